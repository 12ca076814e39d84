
-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Amsterdam',
    "country" TEXT NOT NULL DEFAULT 'NL',
    "locale" TEXT NOT NULL DEFAULT 'nl',
    "own_mail_domain" TEXT,
    "mail_apart" BOOLEAN NOT NULL DEFAULT false,
    "helpdesk_phone" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_member" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sign_in" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'nl',
    "phone" TEXT,
    "password_hash" TEXT NOT NULL,
    "platform" BOOLEAN NOT NULL DEFAULT false,
    "credentials_changed_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_factor" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "sealed" TEXT,
    "credential" TEXT,
    "last_step" BIGINT,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "reauthenticated_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "address" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_ticket" (
    "hash" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "session_id" UUID,
    "number" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_ticket_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_version" (
    "organisation_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "policy" JSONB NOT NULL,
    "activated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("organisation_id","version")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sign_in" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'nl',
    "disabled" BOOLEAN NOT NULL DEFAULT false,
    "privileged" BOOLEAN NOT NULL DEFAULT false,
    "external_id" TEXT,
    "imported_at" TIMESTAMPTZ(3),
    "guard" JSONB NOT NULL DEFAULT '{"failures":{},"sends":{},"reported":{},"weakVetoes":{}}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_word" (
    "organisation_id" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "account_id" UUID NOT NULL,

    CONSTRAINT "account_word_pkey" PRIMARY KEY ("organisation_id","word","account_id")
);

-- CreateTable
CREATE TABLE "contact_point" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "given_by_case" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "refused_at" TIMESTAMPTZ(3),
    "opens_with_account" BOOLEAN NOT NULL DEFAULT false,
    "sms_capable" BOOLEAN NOT NULL DEFAULT false,
    "device_id" TEXT,

    CONSTRAINT "contact_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "factor" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "contact_point_id" UUID,
    "device_id" TEXT,
    "synced" BOOLEAN NOT NULL DEFAULT false,
    "sealed" TEXT,
    "credential" TEXT,
    "last_step" BIGINT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "added_at" TIMESTAMPTZ(3),
    "given_by_case" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trusted_device" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "token_hash" TEXT,
    "trusted_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "trusted_device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_session" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "device" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "factor_id" UUID,

    CONSTRAINT "sign_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_case" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "status_group" TEXT NOT NULL,
    "next_action" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "assignee_id" UUID,
    "opened_by" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "organisation_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "case_id" UUID,
    "number" INTEGER,
    "account_id" UUID,
    "object_id" TEXT,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "origin_address" TEXT NOT NULL,
    "origin_agent" TEXT NOT NULL,
    "actor" JSONB NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alarm" (
    "subject" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alarm_pkey" PRIMARY KEY ("subject","subject_id")
);

-- CreateTable
CREATE TABLE "effect" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "effect_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link" (
    "hash" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "contact_point_id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "case_id" UUID,
    "account_id" UUID,
    "text" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "local" BOOLEAN NOT NULL DEFAULT false,
    "clock_offset" interval NOT NULL DEFAULT '00:00:00'::interval,

    CONSTRAINT "desk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "heartbeat" (
    "process" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "heartbeat_pkey" PRIMARY KEY ("process")
);

-- CreateTable
CREATE TABLE "floor" (
    "key" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "floor_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "throttle" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "anonymous_denial" (
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "anonymous_denial_pkey" PRIMARY KEY ("minute","address","action","code")
);

-- CreateTable
CREATE TABLE "import_draft" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "imported_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "staff_member_sign_in_key" ON "staff_member"("sign_in");

-- CreateIndex
CREATE INDEX "staff_member_person_id_idx" ON "staff_member"("person_id");

-- CreateIndex
CREATE INDEX "staff_factor_staff_id_idx" ON "staff_factor"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_session_token_hash_key" ON "staff_session"("token_hash");

-- CreateIndex
CREATE INDEX "staff_session_staff_id_idx" ON "staff_session"("staff_id");

-- CreateIndex
CREATE INDEX "membership_organisation_id_idx" ON "membership"("organisation_id");

-- CreateIndex
CREATE INDEX "membership_staff_id_idx" ON "membership"("staff_id");

-- CreateIndex
CREATE INDEX "account_organisation_id_display_name_id_idx" ON "account"("organisation_id", "display_name", "id");

-- CreateIndex
CREATE INDEX "account_person_id_idx" ON "account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_organisation_id_sign_in_key" ON "account"("organisation_id", "sign_in");

-- CreateIndex
CREATE INDEX "account_word_account_id_idx" ON "account_word"("account_id");

-- CreateIndex
CREATE INDEX "contact_point_account_id_idx" ON "contact_point"("account_id");

-- CreateIndex
CREATE INDEX "contact_point_organisation_id_address_idx" ON "contact_point"("organisation_id", "address");

-- CreateIndex
CREATE INDEX "factor_account_id_idx" ON "factor"("account_id");

-- CreateIndex
CREATE INDEX "trusted_device_account_id_idx" ON "trusted_device"("account_id");

-- CreateIndex
CREATE INDEX "account_session_account_id_idx" ON "account_session"("account_id");

-- CreateIndex
CREATE INDEX "sign_in_account_id_at_idx" ON "sign_in"("account_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_case_handle_key" ON "recovery_case"("handle");

-- CreateIndex
CREATE INDEX "recovery_case_organisation_id_status_group_due_at_id_idx" ON "recovery_case"("organisation_id", "status_group", "due_at", "id");

-- CreateIndex
CREATE INDEX "recovery_case_organisation_id_assignee_id_status_group_due__idx" ON "recovery_case"("organisation_id", "assignee_id", "status_group", "due_at", "id");

-- CreateIndex
CREATE INDEX "recovery_case_organisation_id_next_action_due_at_id_idx" ON "recovery_case"("organisation_id", "next_action", "due_at", "id");

-- CreateIndex
CREATE INDEX "recovery_case_account_id_idx" ON "recovery_case"("account_id");

-- CreateIndex
CREATE INDEX "event_organisation_id_at_id_idx" ON "event"("organisation_id", "at", "id");

-- CreateIndex
CREATE INDEX "event_organisation_id_account_id_at_id_idx" ON "event"("organisation_id", "account_id", "at", "id");

-- CreateIndex
CREATE INDEX "event_organisation_id_actor_id_at_id_idx" ON "event"("organisation_id", "actor_id", "at", "id");

-- CreateIndex
CREATE INDEX "event_organisation_id_type_at_id_idx" ON "event"("organisation_id", "type", "at", "id");

-- CreateIndex
CREATE INDEX "event_object_id_at_idx" ON "event"("object_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "event_case_id_number_key" ON "event"("case_id", "number");

-- CreateIndex
CREATE INDEX "alarm_at_idx" ON "alarm"("at");

-- CreateIndex
CREATE INDEX "effect_case_id_idx" ON "effect"("case_id");

-- CreateIndex
CREATE INDEX "effect_status_next_at_idx" ON "effect"("status", "next_at");

-- CreateIndex
CREATE INDEX "link_case_id_idx" ON "link"("case_id");

-- CreateIndex
CREATE INDEX "note_case_id_idx" ON "note"("case_id");

-- CreateIndex
CREATE INDEX "import_draft_expires_at_idx" ON "import_draft"("expires_at");
