-- What a sign-in that rests on a case changes goes when a late no takes back what the case gave (R26): a recovery contact
-- says by which case they came, and the password before a changed one is kept as that of a case is.

ALTER TABLE recovery_contact ADD COLUMN given_by_case uuid;
-- A change that waited (R32) is made by the worker.
GRANT INSERT ON case_setting TO regain_worker;
