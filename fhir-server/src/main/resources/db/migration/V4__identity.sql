-- Client assertions that were used once: none counts twice, on whichever node it comes. Kept until they have ended.
create table used_assertion (
  -- Keyed hash of client and jti.
  assertion bytea       primary key,
  ends      timestamptz not null
);
create index used_assertion_by_end on used_assertion (ends);
