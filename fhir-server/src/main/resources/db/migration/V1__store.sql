-- The store: versions as encrypted bytes, index values beside them, grants, audit and outbox.
-- Primary and foreign keys of person tables start with file_id: all rows of one woman at one custodian sit together.

-- Who acts: an organisation and the service inside it. The unit of access.
create table party (
  party_id            integer generated always as identity primary key,
  organization_system text not null,
  organization_value  text not null,
  service             text not null,
  -- The HealthcareService of this party in the imported directory: what consents and tasks may name.
  service_id          uuid unique,
  unique (organization_system, organization_value, service)
);

-- A business identifier in the directory is one party.
create unique index party_by_service on party (service) where service_id is not null;

-- Joins the files of one person for her own view, consent and audit. Never answered to anybody.
create table person (
  person_id       uuid primary key,
  bsn_index       bytea unique,
  -- Raised by every consent write of this person, so that two of them can never compile beside each other.
  consent_counter integer not null default 0
);

create table file (
  file_id   uuid primary key,
  kind      text    not null check (kind in ('person', 'staff', 'directory')),
  custodian integer not null references party,
  person_id uuid references person,
  data_key  bytea   not null,
  check ((kind = 'person') = (person_id is not null)),
  unique (custodian, person_id)
);
create unique index file_of_staff on file (custodian) where kind = 'staff';
create unique index file_of_directory on file (kind) where kind = 'directory';
create index file_of_person on file (person_id);

create table version (
  file_id        uuid        not null references file,
  id             uuid        not null,
  version        integer     not null,
  type           text        not null,
  data_class     text        not null,
  author         integer     not null references party,
  created_xid    xid8        not null default pg_current_xact_id(),
  superseded_xid xid8,
  seq            bigint      generated always as identity,
  last_updated   timestamptz not null,
  package        text        not null,
  -- The principal reference (Task.owner, else the subject) and date of the type: one index walk gives a worklist in order.
  main_key       bigint,
  main_at        timestamptz,
  -- Keyed hashes of every token, reference and uri value of the declared search parameters.
  keys           bigint[]    not null,
  -- Literal references, as (search parameter, target id) pairs, for includes.
  ref_params     text[]      not null,
  ref_targets    uuid[]      not null,
  body           bytea       not null,
  primary key (file_id, id, version)
) with (fillfactor = 85);
create unique index version_current on version (id) where superseded_xid is null;
create unique index version_by_id on version (id, version);
-- Without a pending list: a search must never read through what was written last.
create index version_by_keys on version using gin (keys) with (fastupdate = off);
create index version_by_main on version (type, main_key, main_at desc, id);
create index version_by_update on version (type, last_updated desc, id);

create table date_value (
  file_id uuid        not null,
  id      uuid        not null,
  version integer     not null,
  type    text        not null,
  param   text        not null,
  low     timestamptz not null,
  high    timestamptz not null,
  primary key (file_id, id, version, param, low, high),
  foreign key (file_id, id, version) references version on delete cascade
);
create index date_value_by_low on date_value (type, param, low, high);

create table string_value (
  file_id uuid    not null,
  id      uuid    not null,
  version integer not null,
  type    text    not null,
  param   text    not null,
  -- Without case and accents, as FHIR compares strings; exact beside it.
  folded  text    collate "C" not null,
  exact   text    collate "C" not null,
  primary key (file_id, id, version, param, exact),
  foreign key (file_id, id, version) references version on delete cascade
);
create index string_value_by_folded on string_value (type, param, folded);

-- Keys that may exist once: BSN and local identifiers per custodian, referral identifier per requester, Idempotency-Key per client.
create table business_key (
  owner   integer     not null references party,
  kind    text        not null,
  value   bytea       not null,
  file_id uuid,
  id      uuid,
  content bytea,
  answer  text,
  made_at timestamptz not null,
  primary key (owner, kind, value)
);

-- An Idempotency-Key holds for a day.
create index business_key_by_age on business_key (made_at) where kind = 'idempotency-key';

-- Compiled consequences of consents: opens one class, or one named resource, of the records of one source to one recipient.
create table access_grant (
  person_id       uuid        not null references person,
  source          integer     not null references party,
  recipient       integer     not null references party,
  data_class      text,
  resource_id     uuid,
  purpose         text        not null,
  consent_id      uuid        not null,
  consent_version integer     not null,
  starts          timestamptz not null,
  ends            timestamptz not null,
  check ((data_class is null) <> (resource_id is null)),
  check (data_class <> 'safeguarding')
);
create index access_grant_by_recipient on access_grant (recipient, person_id, source);
create index access_grant_by_person on access_grant (person_id);

-- Exact versions an organisation keeps because a permitted, audited disclosure delivered them.
create table delivery (
  file_id      uuid        not null,
  recipient    integer     not null references party,
  id           uuid        not null,
  version      integer     not null,
  delivered_at timestamptz not null,
  primary key (file_id, recipient, id, version),
  foreign key (file_id, id, version) references version
);

-- One row per request and file: who saw or did what, under which rule. Append only; each row carries a MAC.
create table audit (
  audit_id       uuid        primary key,
  seq            bigint      generated always as identity,
  xid            xid8        not null default pg_current_xact_id(),
  at             timestamptz not null,
  request_id     uuid        not null,
  organization   text        not null,
  service        text        not null,
  role           text        not null,
  actor          text,
  client         text        not null,
  interaction    text        not null,
  action         text        not null check (action in ('C', 'R', 'U', 'D', 'E')),
  outcome        text        not null check (outcome in ('done', 'refused')),
  status         integer     not null,
  kind           text        not null check (kind in ('own', 'delivered', 'retrievable', 'none')),
  basis          text        not null,
  -- Whose file it was, and which one: the pseudonym dies with the key of the file. Copied from the file in the same
  -- transaction; a foreign key would be checked for each row of a page that shows many files.
  custodian      integer,
  file_pseudonym bytea,
  types          text[]      not null,
  ids            uuid[]      not null,
  versions       integer[]   not null,
  consents       text[]      not null,
  query          text,
  mac            bytea       not null
);
create index audit_by_file on audit (file_pseudonym, at desc);
-- In the order of writing, at next to no cost, for whoever reads the trail from end to end.
create index audit_by_seq on audit using brin (seq);

-- What others must be told, written with what it speaks of.
create table outbox (
  seq     bigint generated always as identity primary key,
  xid     xid8    not null default pg_current_xact_id(),
  file_id uuid    not null,
  id      uuid    not null,
  version integer not null,
  event   text    not null,
  foreign key (file_id, id, version) references version
);
