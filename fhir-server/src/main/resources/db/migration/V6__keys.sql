-- Under which master key each key stands wrapped, so that the master key can be replaced, in parts and again after a crash.

-- Each master key this store was opened with. The check is a MAC under it and tells nothing of it.
create table master_key (
  version     integer     primary key,
  check_value bytea       not null unique,
  made_at     timestamptz not null,
  -- Empty while keys are being wrapped anew: until then neither this key nor the one before opens the store.
  finished_at timestamptz
);

-- Keys that live as long as the store: what was hashed under them need not be hashed again when the master key is replaced.
create table sealed_key (
  purpose       text    primary key,
  wrapped_under integer not null references master_key,
  sealed        bytea   not null
);

-- Files from before are under the first.
alter table file add column wrapped_under integer not null default 1;
