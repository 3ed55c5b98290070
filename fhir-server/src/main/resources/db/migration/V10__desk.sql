-- Which desk serves which municipality: directory data, of nobody. Written by the import alone.

create table municipality (
  -- The number of four digits that CBS gives out.
  code text primary key check (code ~ '^[0-9]{4}$'),
  name text not null
);

-- Days in Amsterdam, both included; one desk at a time, which the import checks over the whole table.
create table coverage (
  municipality text not null references municipality,
  service_id   uuid not null,
  starts       date not null,
  ends         date not null,
  primary key (municipality, service_id, starts),
  check (starts <= ends)
);
create index coverage_of_service on coverage (service_id);

-- The four digits of postal codes; several municipalities can share one.
create table postal_area (
  municipality text    not null references municipality,
  first        integer not null check (first between 1000 and 9999),
  last         integer not null check (last between 1000 and 9999),
  primary key (municipality, first),
  check (first <= last)
);
