-- Which work answers a request after she moved to another JGZ: the last one counts. Who asked reads nothing of it, and the new
-- work need not name a request that its desk may not see.
create table moved_work (
  -- Of the request.
  file_id      uuid not null,
  request_id   uuid not null,
  work_file_id uuid not null,
  task_id      uuid not null,
  primary key (file_id, request_id),
  foreign key (file_id) references file on delete cascade,
  foreign key (work_file_id) references file on delete cascade
);
create index moved_work_of_file on moved_work (work_file_id);
create index moved_work_of_task on moved_work (task_id);
create index moved_work_of_request on moved_work (request_id);
