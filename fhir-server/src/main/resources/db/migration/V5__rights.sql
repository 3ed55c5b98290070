-- Her rights: withdrawal that stops what is queued, records of the wrong woman that close at once, destruction.

-- A row with a recipient tells that party alone, without content: it names what the party was given before.
alter table outbox add column recipient integer references party;
-- Set when what was queued may no longer leave; a sender skips it.
alter table outbox add column withdrawn_at timestamptz;
create index outbox_by_file on outbox (file_id, id);
create index business_key_by_file on business_key (file_id) where file_id is not null;

-- Written before anything is destroyed, and finished after a crash; what stays is a tombstone without content.
create table destruction (
  destruction_id uuid        primary key,
  -- The file as long as it is there.
  file_id        uuid        unique,
  -- As in the audit trail, which stays.
  file_pseudonym bytea       not null,
  custodian      integer     not null references party,
  ground         text        not null check (ground in ('her-request', 'retention-ended')),
  role           text        not null,
  actor          text,
  client         text        not null,
  begun_at       timestamptz not null,
  ended_at       timestamptz,
  versions       integer,
  deliveries     integer,
  check ((file_id is null) = (ended_at is not null))
);
create index destruction_under_way on destruction (begun_at) where ended_at is null;
