-- The key of the index can be replaced: what was hashed is hashed on, under one key more (decision 0016).

-- Each key that came after the first, which every store has and no row here. They stand in sealed_key as search-index-2, -3, ….
create table index_key (
  version     integer     primary key check (version > 1),
  made_at     timestamptz not null,
  -- Empty while values are hashed on: until then no server starts.
  finished_at timestamptz,
  -- The last version that is under it, in the order of its key: written with the part it ends, so a crash loses or repeats none.
  last_file   uuid,
  last_id     uuid,
  last_number integer
);
create unique index index_key_under_way on index_key ((1)) where finished_at is null;
