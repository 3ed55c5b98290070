-- Emergency access, and what stands against it.

-- What kind of service the imported directory says a party is (code system phb-service-type); empty for an ordinary one.
alter table party add column service_type text;

-- One emergency access to the records about one person. It reaches only the custodians whose privacy officer was told in the
-- transaction that wrote this row; the reason stands, encrypted, in those notices and not here.
create table emergency_access (
  person_id    uuid        not null references person,
  emergency_id uuid        not null unique,
  party        integer     not null references party,
  sources      integer[]   not null,
  classes      text[]      not null,
  basis        text        not null,
  starts       timestamptz not null,
  ends         timestamptz not null,
  primary key (person_id, emergency_id),
  check (classes <@ array['contact', 'referral', 'findings', 'plan', 'feedback']),
  check (starts < ends)
);
create index emergency_access_by_party on emergency_access (party, ends);

-- Objections of a person as emergency access meets them, compiled in the transaction of each consent write. What is null is
-- all: every recipient (when the organisation is null too), every source, every class.
create table emergency_bar (
  person_id    uuid        not null references person,
  recipient    integer     references party,
  organization text,
  source       integer     references party,
  data_class   text,
  starts       timestamptz not null,
  ends         timestamptz not null,
  check (recipient is null or organization is null)
);
create index emergency_bar_by_person on emergency_bar (person_id);
