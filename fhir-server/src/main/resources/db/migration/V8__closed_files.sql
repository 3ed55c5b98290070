-- A file that was opened for the wrong person: nothing more is written into it.
alter table file add column closed boolean not null default false;
update file f set closed = true
where exists (select 1 from version v
              where v.file_id = f.file_id and v.type = 'Patient' and v.superseded_xid is null and v.closed);
