-- Two records of one woman inside one custodian can be linked, and split again: her view, consents and trail follow the person
-- of the file, and the person it had before stays known.
alter table file add column joined_from uuid references person;
alter table file drop constraint file_custodian_person_id_key;
-- A custodian opens one file for a person; one that was joined stands beside it.
create unique index file_of_custodian on file (custodian, person_id) where joined_from is null;
create index file_joined_from on file (joined_from) where joined_from is not null;
create index file_joined_to on file (person_id) where joined_from is not null;
