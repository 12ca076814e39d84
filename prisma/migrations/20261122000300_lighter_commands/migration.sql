-- What every command pays, made cheaper. Nothing that is refused changes.

-- Immutable was more than to_char promises, and kept the function from being written out where it is called.
CREATE OR REPLACE FUNCTION iso(at timestamptz) RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

-- Asked only of a case that was approved: as part of the query that loads a case, it was prepared for each of them.
CREATE FUNCTION lookup_approver(staff uuid, organisation uuid, approved_at timestamptz) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT CASE
    WHEN NOT EXISTS (SELECT FROM membership m WHERE m.staff_id = staff AND m.organisation_id = organisation
      AND m.role IN ('functional-administrator','stand-in') AND m.ended_at IS NULL) THEN 'membership-ended'
    WHEN NOT EXISTS (SELECT FROM staff_member s WHERE s.id = staff AND s.disabled_at IS NULL
      AND s.credentials_changed_at <= approved_at) THEN 'credentials-reset'
    ELSE 'valid' END $$;
REVOKE ALL ON FUNCTION lookup_approver(uuid, uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lookup_approver(uuid, uuid, timestamptz) TO regain_web, regain_worker;
ALTER FUNCTION lookup_approver(uuid, uuid, timestamptz) OWNER TO regain_lookup;

-- The floor is judged when a case moves; what does not move it need not queue for its verdict.
DROP TRIGGER keep_floor ON recovery_case;
CREATE CONSTRAINT TRIGGER keep_floor_of_new AFTER INSERT ON recovery_case
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.status IN ('waiting','executing')) EXECUTE FUNCTION keep_floor();
CREATE CONSTRAINT TRIGGER keep_floor AFTER UPDATE OF status ON recovery_case
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.status IN ('waiting','executing') AND OLD.status <> NEW.status) EXECUTE FUNCTION keep_floor();

-- Rows that change often find room on their own page, so that indexes need not follow.
ALTER TABLE recovery_case SET (fillfactor = 75);
ALTER TABLE account SET (fillfactor = 90);
