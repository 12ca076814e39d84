-- What the account holder's own pages need: a password, sessions that can be ended, the step between password and
-- second factor, backup codes that were used, and requests that another device answers.

ALTER TABLE account ADD COLUMN password_hash text, ADD COLUMN password_changed_at timestamptz(3),
  ADD COLUMN preferred_factor_id uuid;

ALTER TABLE account_session ADD COLUMN token_hash text, ADD COLUMN last_seen_at timestamptz(3),
  ADD COLUMN authenticated_at timestamptz(3), ADD COLUMN factor_id uuid, ADD COLUMN given_by_case uuid,
  ADD COLUMN trusted_device_id uuid, ADD COLUMN sign_in_id uuid;
CREATE UNIQUE INDEX account_session_token_hash_key ON account_session (token_hash);

ALTER TABLE trusted_device ADD COLUMN agent_hash text, ADD COLUMN last_used_at timestamptz(3);
CREATE UNIQUE INDEX trusted_device_token_hash_key ON trusted_device (token_hash);

CREATE TABLE account_ticket (
  hash text PRIMARY KEY,
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  -- The session that it renews; none where it begins one.
  session_id uuid,
  wrong_entries int NOT NULL DEFAULT 0,
  -- The newest code that was sent, and the question that another device was asked.
  code jsonb,
  push jsonb,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3)
);
CREATE INDEX account_ticket_account_id_idx ON account_ticket (account_id);
CREATE INDEX account_ticket_expires_at_idx ON account_ticket (expires_at);

CREATE TABLE backup_code_use (
  factor_id uuid NOT NULL,
  number int NOT NULL,
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  used_at timestamptz(3) NOT NULL,
  PRIMARY KEY (factor_id, number)
);
CREATE INDEX backup_code_use_account_id_idx ON backup_code_use (account_id);

-- A message that belongs to no case.
ALTER TABLE effect ALTER COLUMN case_id DROP NOT NULL;
ALTER TABLE effect DROP CONSTRAINT effect_kind_check;
ALTER TABLE effect ADD CONSTRAINT effect_kind_check CHECK (kind IN ('send-code','send-notice','tell-staff','step',
  'send-sign-in-code','tell-account'));
ALTER TABLE effect ADD CHECK (case_id IS NOT NULL OR kind IN ('send-sign-in-code','tell-account'));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['account_ticket','backup_code_use'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY wall ON %I USING (organisation_id = ANY ((SELECT regain_scope())::uuid[]))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['account','account_session','account_ticket','trusted_device'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO regain_lookup', t);
    EXECUTE format('CREATE POLICY lookup ON %I FOR SELECT TO regain_lookup USING (true)', t);
  END LOOP;
END $$;

-- Before a scope is known: ids only, and the hash that a password is checked against. Two accounts of different
-- organisations may bear the same name.
CREATE FUNCTION lookup_holder(name text) RETURNS TABLE (account_id uuid, organisation_id uuid, password_hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.id, a.organisation_id, a.password_hash FROM account a
  WHERE a.sign_in = name AND NOT a.disabled AND a.password_hash IS NOT NULL ORDER BY a.id LIMIT 2 $$;
CREATE FUNCTION lookup_account_session(hash text) RETURNS TABLE (account_id uuid, organisation_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.account_id, s.organisation_id FROM account_session s JOIN account a ON a.id = s.account_id
  WHERE s.token_hash = hash AND s.ended_at IS NULL AND NOT a.disabled $$;
CREATE FUNCTION lookup_account_ticket(ticket text) RETURNS TABLE (account_id uuid, organisation_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.account_id, t.organisation_id FROM account_ticket t WHERE t.hash = ticket $$;
CREATE FUNCTION lookup_trusted_device(hash text) RETURNS TABLE (account_id uuid, organisation_id uuid, device_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT d.account_id, d.organisation_id, d.id FROM trusted_device d
  WHERE d.token_hash = hash AND d.revoked_at IS NULL AND d.expires_at > (SELECT desk_now()) $$;
CREATE INDEX account_sign_in_idx ON account (sign_in);

-- Tickets that are past their hour, unseen.
CREATE POLICY forget ON account_ticket FOR DELETE TO regain_worker USING (expires_at <= (SELECT desk_now()));

GRANT SELECT, INSERT, UPDATE ON account_ticket TO regain_web;
GRANT SELECT ON account_ticket TO regain_worker;
GRANT DELETE ON account_ticket TO regain_worker;
GRANT SELECT, INSERT ON backup_code_use TO regain_web, regain_worker;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['lookup_holder(text)','lookup_account_session(text)','lookup_account_ticket(text)',
    'lookup_trusted_device(text)']
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO regain_web', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO regain_lookup', f);
  END LOOP;
END $$;
