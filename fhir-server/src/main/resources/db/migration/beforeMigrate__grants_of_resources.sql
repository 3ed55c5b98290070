-- V3 gives a grant that names a resource its class before it drops the check of V1 that forbids it, so on a store with such a grant
-- it failed. V3 stays as it was released; here, before any migration, that one check is made to allow what V3 writes.
do $$
begin
  if exists (select from pg_constraint
             where conrelid = to_regclass('access_grant') and conname = 'access_grant_check'
               and pg_get_constraintdef(oid) like '%data_class IS NULL%resource_id IS NULL%') then
    alter table access_grant
      drop constraint access_grant_check,
      add constraint access_grant_check check (data_class is not null or resource_id is not null);
  end if;
end
$$;
