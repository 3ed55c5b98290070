-- Grants say yes and no, with how precisely; the query weighs them (decision 0009). Rows of before are kept as what they
-- were: a yes to a named party. The next consent written about the person compiles them anew.
alter table access_grant
  add column effect text not null default 'permit' check (effect in ('permit', 'deny')),
  -- Bits of nl.ooievaar.subject.consent.Specificity: of her who decides first, and of the second where two decide together.
  -- An objection has the one or the other.
  add column weight smallint default 1,
  add column second_weight smallint,
  -- One of these resources, or what refers to it; null for no context.
  add column contexts uuid[],
  add column second_contexts uuid[];
update access_grant set data_class = 'consent' where data_class is null;
alter table access_grant alter column effect drop default;
alter table access_grant alter column weight drop default;
alter table access_grant alter column data_class set not null;
-- Only an objection can be against every source.
alter table access_grant alter column source drop not null;
alter table access_grant
  drop constraint access_grant_check,
  add check (effect = 'deny' or source is not null),
  add check (effect = 'deny' or weight is not null),
  add check (weight is not null or second_weight is not null);

-- Objections are few: a permission that nothing contradicts costs one probe of an index that is nearly empty.
drop index access_grant_by_recipient;
create index access_permit on access_grant (recipient, person_id, source) where effect = 'permit';
create index access_denial on access_grant (recipient, person_id) where effect = 'deny';

-- Who may see what a person may see, while it lasts; found by the blind index of the representative's BSN.
create table representation (
  person_id         uuid        not null references person,
  related_person_id uuid        not null,
  representative    bytea       not null,
  -- Who recorded it: it shows the files of this party.
  stated_by         integer     not null references party,
  starts            timestamptz not null,
  ends              timestamptz not null
);
create index representation_by_representative on representation (representative);
create index representation_by_person on representation (person_id);

-- Withheld from the person it is about, to protect another; recorded for the wrong person, so only the author sees it.
alter table version
  add column withheld boolean not null default false,
  add column closed boolean not null default false;
