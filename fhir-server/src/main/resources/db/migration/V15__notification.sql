-- Notifications: who asked to be told of what, how far each was told, and which event has which number.

-- In the order in which readers of changes walk: what finished transactions wrote, by their number.
create index outbox_by_order on outbox (xid, seq);

-- What a party asked for. Its content, which can hold a secret of the party, stands under the key of the party's own file.
create table subscription (
  subscription_id uuid        primary key,
  -- Of its staff, never of a person.
  staff_file      uuid        not null references file,
  owner           integer     not null references party,
  version         integer     not null,
  last_updated    timestamptz not null,
  topic           text        not null,
  status          text        not null check (status in ('requested', 'active', 'error', 'off')),
  content         bytea       not null,
  -- The address of this server as the party calls it: what it is told to fetch stands there.
  base            text        not null,
  -- As the access log names who is told.
  client          text        not null,
  role            text        not null,
  purpose         text,
  ends_at         timestamptz,
  heartbeat       integer,
  -- Whether the endpoint answered the handshake.
  greeted         boolean     not null default false,
  -- The place in the outbox up to which events were decided on.
  after_xid       xid8        not null,
  after_seq       bigint      not null,
  last_number     bigint      not null default 0,
  -- The last number that the endpoint took.
  taken           bigint      not null default 0,
  failures        integer     not null default 0,
  failing_since   timestamptz,
  failure         text,
  next_try        timestamptz not null,
  sent_at         timestamptz,
  -- The one who sends now; ends by itself when that node dies.
  lease           uuid,
  leased_until    timestamptz,
  check (taken <= last_number)
);
create index subscription_of_owner on subscription (owner);
create index subscription_to_try on subscription (next_try) where status <> 'off';

-- Which queued event got which number. A number whose row is gone, with the file it was about, goes out empty.
create table notification (
  file_id         uuid        not null references file on delete cascade,
  subscription_id uuid        not null references subscription on delete cascade,
  number          bigint      not null check (number > 0),
  seq             bigint      not null references outbox on delete cascade,
  numbered_at     timestamptz not null,
  primary key (file_id, subscription_id, number),
  unique (subscription_id, number)
);
create index notification_by_seq on notification (seq);
