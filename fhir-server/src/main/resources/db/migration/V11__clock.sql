-- Which deadline of which task was told, once each: the key decides between the nodes. A deadline that was put off is another.
create table told_deadline (
  file_id  uuid        not null,
  id       uuid        not null,
  kind     text        not null,
  last_day date        not null,
  event    text        not null check (event in ('due', 'overdue')),
  told_at  timestamptz not null,
  primary key (file_id, id, kind, last_day, event),
  foreign key (file_id) references file on delete cascade
);
