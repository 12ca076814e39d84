-- What nobody asks for any more goes: tries of messages after 90 days, and the heartbeat of a process that has been dead
-- for a day. Each new worker has a name of its own, so that every restart would leave one for good.

-- The restrictive policies hold in a scope too, where the wall alone would let the worker delete younger ones.
CREATE INDEX message_attempt_at_idx ON message_attempt (at);
CREATE POLICY forget ON message_attempt FOR DELETE TO regain_worker
  USING (at <= (SELECT desk_now()) - interval '90 days');
CREATE POLICY not_before ON message_attempt AS RESTRICTIVE FOR DELETE TO regain_worker
  USING (at <= (SELECT desk_now()) - interval '90 days');
GRANT DELETE ON message_attempt TO regain_worker;

-- In real time, as hearts beat.
ALTER TABLE heartbeat ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_and_beat ON heartbeat USING (true);
CREATE POLICY not_before ON heartbeat AS RESTRICTIVE FOR DELETE
  USING (at <= clock_timestamp() - interval '1 day');
GRANT DELETE ON heartbeat TO regain_worker;

-- What stood in for a second factor, where a sign-in had none (decision 0012).
ALTER TABLE sign_in ADD COLUMN contact_point_id uuid;

-- Backup codes that were sent by SMS, where the policy allows it: once per set.
ALTER TABLE factor ADD COLUMN codes_sent_at timestamptz(3);

DO $$
DECLARE c record;
BEGIN
  FOR c IN SELECT conname, pg_get_constraintdef(oid) AS def FROM pg_constraint
    WHERE conrelid = 'effect'::regclass AND conname IN ('effect_kind_check','effect_check')
  LOOP
    EXECUTE format('ALTER TABLE effect DROP CONSTRAINT %I', c.conname);
    EXECUTE format('ALTER TABLE effect ADD CONSTRAINT %I %s', c.conname,
      replace(c.def, '''tell-account''::text', '''tell-account''::text, ''send-backup-codes''::text'));
  END LOOP;
END $$;
