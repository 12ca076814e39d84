-- What the account holder's page keeps: wishes that wait because they rest on a case (R32), a code under way to what is
-- to be added, and when the holder last said that things are right.

CREATE TABLE waiting_change (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  case_id uuid NOT NULL,
  -- What it would do; its hash and seed go when it ends.
  change jsonb NOT NULL,
  asked_at timestamptz(3) NOT NULL,
  due_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  outcome text
);
CREATE INDEX waiting_change_account_id_idx ON waiting_change (account_id);
ALTER TABLE waiting_change ADD CHECK (outcome IN ('made','dropped')),
  ADD CHECK ((ended_at IS NULL) = (outcome IS NULL));

ALTER TABLE waiting_change ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY wall ON waiting_change USING (organisation_id = ANY ((SELECT regain_scope())::uuid[]));
GRANT SELECT, INSERT, UPDATE ON waiting_change TO regain_web, regain_worker;

-- A password that waited ends sign-ins under way like any other.
GRANT UPDATE (used_at) ON account_ticket TO regain_worker;

ALTER TABLE account_session ADD COLUMN confirming jsonb;
ALTER TABLE account ADD COLUMN contact_points_confirmed_at timestamptz(3),
  ADD COLUMN app_confirmed_at timestamptz(3);

-- A mailbox or number that waited is found by the desk like any other.
GRANT SELECT, INSERT, DELETE ON account_word TO regain_worker;

ALTER TABLE alarm DROP CONSTRAINT alarm_subject_check;
ALTER TABLE alarm ADD CONSTRAINT alarm_subject_check CHECK (subject IN ('case','account','waiting-change'));

ALTER TABLE effect DROP CONSTRAINT effect_kind_check;
ALTER TABLE effect ADD CONSTRAINT effect_kind_check CHECK (kind IN ('send-code','send-notice','tell-staff','step',
  'send-sign-in-code','send-confirming-code','tell-account'));
ALTER TABLE effect DROP CONSTRAINT effect_check;
ALTER TABLE effect ADD CONSTRAINT effect_check CHECK (case_id IS NOT NULL OR kind IN ('send-sign-in-code',
  'send-confirming-code','tell-account'));
