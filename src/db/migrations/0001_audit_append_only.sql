-- The audit is append-only: rows are neither changed nor deleted, but by the one function that removes what is
-- older than a year. Grant the service's own role INSERT and SELECT on audit, and EXECUTE on this function.
create function audit_guard() returns trigger language plpgsql as $$
begin
  if current_setting('clearline.audit_purge', true) is distinct from 'on' then
    raise exception 'audit is append-only';
  end if;
  return old;
end $$;
--> statement-breakpoint
create trigger audit_append_only before update or delete on audit for each row execute function audit_guard();
--> statement-breakpoint
-- Its search path is fixed, or whoever calls it could have it run functions of their own with the owner's rights.
create function audit_purge(before timestamptz) returns integer language plpgsql security definer set search_path from current as $$
declare
  removed integer;
begin
  perform set_config('clearline.audit_purge', 'on', true);
  delete from audit where at < least(before, now() - interval '1 year');
  get diagnostics removed = row_count;
  perform set_config('clearline.audit_purge', 'off', true);
  return removed;
end $$;
