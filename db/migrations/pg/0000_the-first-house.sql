CREATE TABLE "accounts" (
	"id" bigint PRIMARY KEY NOT NULL,
	"sign_in_key" text NOT NULL,
	"secret_hash" text NOT NULL,
	"secret_kind" text NOT NULL,
	"recovery_hash" text NOT NULL,
	"standing" text DEFAULT 'newcomer' NOT NULL,
	"joined_week" integer NOT NULL,
	"last_seen" integer NOT NULL,
	"branch" integer,
	"younger" boolean DEFAULT false NOT NULL,
	"language" text,
	"theme" text,
	"slot" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "accounts_signInKey_unique" UNIQUE("sign_in_key"),
	CONSTRAINT "accounts_recoveryHash_unique" UNIQUE("recovery_hash")
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"id" bigint PRIMARY KEY NOT NULL,
	"pseudonym_id" bigint NOT NULL,
	"office" text NOT NULL,
	"since" integer NOT NULL,
	"until" integer
);
--> statement-breakpoint
CREATE TABLE "sanctions" (
	"id" bigint PRIMARY KEY NOT NULL,
	"pseudonym_id" bigint NOT NULL,
	"case_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"agreement" text NOT NULL,
	"agreement_version" integer NOT NULL,
	"reasons" text NOT NULL,
	"started" integer NOT NULL,
	"until" integer,
	"lifted" integer
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" bigint NOT NULL,
	"expires" integer NOT NULL,
	"own_device" boolean NOT NULL,
	"label" text,
	"started" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agreement_versions" (
	"version" integer PRIMARY KEY NOT NULL,
	"in_force" integer NOT NULL,
	"clauses" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_deals" (
	"case_id" bigint NOT NULL,
	"moderator_pseudonym_id" bigint NOT NULL,
	CONSTRAINT "case_deals_case_id_moderator_pseudonym_id_pk" PRIMARY KEY("case_id","moderator_pseudonym_id")
);
--> statement-breakpoint
CREATE TABLE "case_entries" (
	"id" bigint PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"actor_pseudonym_id" bigint,
	"alias" text,
	"words" text NOT NULL,
	"at" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" bigint PRIMARY KEY NOT NULL,
	"respondent_pseudonym_id" bigint NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" bigint NOT NULL,
	"conduct" text NOT NULL,
	"severity" text NOT NULL,
	"state" text NOT NULL,
	"bump" integer NOT NULL,
	"conduct_hour" integer NOT NULL,
	"opened" integer NOT NULL,
	"acknowledge_by" integer,
	"decide_by" integer,
	"closed" integer,
	"holder_pseudonym_id" bigint,
	"lease_until" integer,
	"lease_number" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" bigint PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"moderator_pseudonym_id" bigint NOT NULL,
	"second_pseudonym_id" bigint,
	"state" text NOT NULL,
	"outcome" text NOT NULL,
	"days" integer,
	"agreement" text NOT NULL,
	"agreement_version" integer NOT NULL,
	"removes_post" integer DEFAULT 0 NOT NULL,
	"to_reporter" text NOT NULL,
	"to_respondent" text NOT NULL,
	"decided" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ties" (
	"moderator_pseudonym_id" bigint NOT NULL,
	"pseudonym_id" bigint NOT NULL,
	"declared" integer NOT NULL,
	CONSTRAINT "ties_moderator_pseudonym_id_pseudonym_id_pk" PRIMARY KEY("moderator_pseudonym_id","pseudonym_id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" bigint PRIMARY KEY NOT NULL,
	"account_id" bigint NOT NULL,
	"place" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"kept" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follows" (
	"id" bigint PRIMARY KEY NOT NULL,
	"pseudonym_id" bigint NOT NULL,
	"space_id" bigint,
	"topic_id" bigint
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" bigint PRIMARY KEY NOT NULL,
	"topic_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"pseudonym_id" bigint NOT NULL,
	"reply_to" bigint,
	"body" text NOT NULL,
	"html" text NOT NULL,
	"renderer" integer NOT NULL,
	"content_notes" jsonb NOT NULL,
	"story_label" text DEFAULT 'ask' NOT NULL,
	"state" text DEFAULT 'visible' NOT NULL,
	"written" integer NOT NULL,
	"edited" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "read_marks" (
	"account_id" bigint NOT NULL,
	"topic_id" bigint NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "read_marks_account_id_topic_id_pk" PRIMARY KEY("account_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"id" bigint PRIMARY KEY NOT NULL,
	"space_id" bigint NOT NULL,
	"pseudonym_id" bigint NOT NULL,
	"title" text NOT NULL,
	"language" text,
	"state" text DEFAULT 'open' NOT NULL,
	"content_notes" jsonb NOT NULL,
	"posts" integer DEFAULT 0 NOT NULL,
	"bump" integer NOT NULL,
	"slow_seconds" integer,
	"slow_reason" text,
	"started" integer NOT NULL,
	"last_post" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gathering_goers" (
	"gathering_id" bigint NOT NULL,
	"pseudonym_id" bigint NOT NULL,
	CONSTRAINT "gathering_goers_gathering_id_pseudonym_id_pk" PRIMARY KEY("gathering_id","pseudonym_id")
);
--> statement-breakpoint
CREATE TABLE "gathering_hosts" (
	"gathering_id" bigint NOT NULL,
	"pseudonym_id" bigint NOT NULL,
	CONSTRAINT "gathering_hosts_gathering_id_pseudonym_id_pk" PRIMARY KEY("gathering_id","pseudonym_id")
);
--> statement-breakpoint
CREATE TABLE "gathering_messages" (
	"id" bigint PRIMARY KEY NOT NULL,
	"gathering_id" bigint NOT NULL,
	"seat_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"channel" text NOT NULL,
	"body" text NOT NULL,
	"html" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gathering_seats" (
	"id" bigint PRIMARY KEY NOT NULL,
	"gathering_id" bigint NOT NULL,
	"name" text NOT NULL,
	"leaf" integer NOT NULL,
	"pseudonym_id" bigint,
	"owner" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"state" text DEFAULT 'in' NOT NULL,
	"turns" integer DEFAULT 0 NOT NULL,
	"heard" integer DEFAULT 0 NOT NULL,
	"hand_at" integer,
	"moved_to" integer,
	"moved_reason" text
);
--> statement-breakpoint
CREATE TABLE "gatherings" (
	"id" bigint PRIMARY KEY NOT NULL,
	"space_id" bigint NOT NULL,
	"host_pseudonym_id" bigint NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"ground_rules" text NOT NULL,
	"starts" integer NOT NULL,
	"length_minutes" integer NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"door_locked" boolean DEFAULT false NOT NULL,
	"side_channel" boolean DEFAULT true NOT NULL,
	"keep_messages" boolean DEFAULT false NOT NULL,
	"turn_seconds" integer DEFAULT 180 NOT NULL,
	"floor_seat_id" bigint,
	"floor_until" integer,
	"bump" integer DEFAULT 0 NOT NULL,
	"ended" integer,
	"sweep_messages" integer,
	"summary" text
);
--> statement-breakpoint
CREATE TABLE "invitation_edges" (
	"invitee_account_id" bigint PRIMARY KEY NOT NULL,
	"inviter_account_id" bigint NOT NULL,
	"since" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" bigint PRIMARY KEY NOT NULL,
	"code_hash" text NOT NULL,
	"inviter_account_id" bigint,
	"kind" text NOT NULL,
	"label" text,
	"expires" integer NOT NULL,
	"used" boolean DEFAULT false NOT NULL,
	CONSTRAINT "invitations_codeHash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "job_runs" (
	"name" text PRIMARY KEY NOT NULL,
	"finished" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" bigint PRIMARY KEY NOT NULL,
	"pseudonym_id" bigint,
	"account_id" bigint,
	"kind" text NOT NULL,
	"post_id" bigint,
	"topic_id" bigint,
	"space_id" bigint,
	"report_id" bigint,
	"case_id" bigint,
	"gathering_id" bigint,
	"bump" integer NOT NULL,
	"seen" boolean DEFAULT false NOT NULL,
	"created" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pseudonym_links" (
	"lookup" text PRIMARY KEY NOT NULL,
	"pseudonym_lookup" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "pseudonym_links_pseudonymLookup_unique" UNIQUE("pseudonym_lookup")
);
--> statement-breakpoint
CREATE TABLE "pseudonyms" (
	"id" bigint PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"leaf" integer NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	CONSTRAINT "pseudonyms_nameKey_unique" UNIQUE("name_key")
);
--> statement-breakpoint
CREATE TABLE "space_voices" (
	"account_id" bigint NOT NULL,
	"space_id" bigint NOT NULL,
	"slot" integer NOT NULL,
	CONSTRAINT "space_voices_account_id_space_id_pk" PRIMARY KEY("account_id","space_id")
);
--> statement-breakpoint
CREATE TABLE "public_log" (
	"position" integer PRIMARY KEY NOT NULL,
	"day" integer NOT NULL,
	"act" text NOT NULL,
	"office" text NOT NULL,
	"agreement" text,
	"agreement_version" integer,
	"details" jsonb NOT NULL,
	"salt" text,
	"details_digest" text NOT NULL,
	"digest" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "blocks" (
	"id" bigint PRIMARY KEY NOT NULL,
	"owner_account_id" bigint NOT NULL,
	"pseudonym_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"since" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hidden_posts" (
	"account_id" bigint NOT NULL,
	"post_id" bigint NOT NULL,
	CONSTRAINT "hidden_posts_account_id_post_id_pk" PRIMARY KEY("account_id","post_id")
);
--> statement-breakpoint
CREATE TABLE "topic_mutes" (
	"account_id" bigint NOT NULL,
	"topic_id" bigint NOT NULL,
	CONSTRAINT "topic_mutes_account_id_topic_id_pk" PRIMARY KEY("account_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" bigint PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"report_id" bigint NOT NULL,
	"sealed" "bytea" NOT NULL,
	"digest" text NOT NULL,
	"taken" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" bigint PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"reporter_account_id" bigint,
	"alias" integer NOT NULL,
	"kind" text NOT NULL,
	"subject_id" bigint NOT NULL,
	"conduct" text NOT NULL,
	"agreement" text NOT NULL,
	"agreement_version" integer NOT NULL,
	"wish" text NOT NULL,
	"words" text NOT NULL,
	"about_me" boolean NOT NULL,
	"filed" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "circle_members" (
	"space_id" bigint NOT NULL,
	"pseudonym_id" bigint NOT NULL,
	"state" text NOT NULL,
	"host" boolean DEFAULT false NOT NULL,
	CONSTRAINT "circle_members_space_id_pseudonym_id_pk" PRIMARY KEY("space_id","pseudonym_id")
);
--> statement-breakpoint
CREATE TABLE "spaces" (
	"id" bigint PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"purpose" text NOT NULL,
	"language" text DEFAULT 'both' NOT NULL,
	"kind" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"indexable" boolean DEFAULT false NOT NULL,
	CONSTRAINT "spaces_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_deals" ADD CONSTRAINT "case_deals_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_entries" ADD CONSTRAINT "case_entries_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "read_marks" ADD CONSTRAINT "read_marks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "read_marks" ADD CONSTRAINT "read_marks_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gathering_goers" ADD CONSTRAINT "gathering_goers_gathering_id_gatherings_id_fk" FOREIGN KEY ("gathering_id") REFERENCES "public"."gatherings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gathering_hosts" ADD CONSTRAINT "gathering_hosts_gathering_id_gatherings_id_fk" FOREIGN KEY ("gathering_id") REFERENCES "public"."gatherings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gathering_messages" ADD CONSTRAINT "gathering_messages_gathering_id_gatherings_id_fk" FOREIGN KEY ("gathering_id") REFERENCES "public"."gatherings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gathering_seats" ADD CONSTRAINT "gathering_seats_gathering_id_gatherings_id_fk" FOREIGN KEY ("gathering_id") REFERENCES "public"."gatherings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gatherings" ADD CONSTRAINT "gatherings_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_edges" ADD CONSTRAINT "invitation_edges_invitee_account_id_accounts_id_fk" FOREIGN KEY ("invitee_account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_edges" ADD CONSTRAINT "invitation_edges_inviter_account_id_accounts_id_fk" FOREIGN KEY ("inviter_account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_inviter_account_id_accounts_id_fk" FOREIGN KEY ("inviter_account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_voices" ADD CONSTRAINT "space_voices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_owner_account_id_accounts_id_fk" FOREIGN KEY ("owner_account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_posts" ADD CONSTRAINT "hidden_posts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_mutes" ADD CONSTRAINT "topic_mutes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_reporter_account_id_accounts_id_fk" FOREIGN KEY ("reporter_account_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circle_members" ADD CONSTRAINT "circle_members_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_branch" ON "accounts" USING btree ("branch");--> statement-breakpoint
CREATE UNIQUE INDEX "offices_once" ON "offices" USING btree ("pseudonym_id","office");--> statement-breakpoint
CREATE INDEX "sanctions_live" ON "sanctions" USING btree ("pseudonym_id") WHERE "sanctions"."lifted" is null;--> statement-breakpoint
CREATE INDEX "sanctions_case" ON "sanctions" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "case_deals_moderator" ON "case_deals" USING btree ("moderator_pseudonym_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_entries_in_order" ON "case_entries" USING btree ("case_id","position");--> statement-breakpoint
CREATE INDEX "cases_queue" ON "cases" USING btree ("state","severity","bump");--> statement-breakpoint
CREATE INDEX "cases_subject" ON "cases" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "cases_respondent" ON "cases" USING btree ("respondent_pseudonym_id");--> statement-breakpoint
CREATE INDEX "decisions_case" ON "decisions" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_place" ON "drafts" USING btree ("account_id","place");--> statement-breakpoint
CREATE UNIQUE INDEX "follows_topic" ON "follows" USING btree ("pseudonym_id","topic_id");--> statement-breakpoint
CREATE UNIQUE INDEX "follows_space" ON "follows" USING btree ("pseudonym_id","space_id");--> statement-breakpoint
CREATE INDEX "follows_of_topic" ON "follows" USING btree ("topic_id");--> statement-breakpoint
CREATE INDEX "follows_of_space" ON "follows" USING btree ("space_id");--> statement-breakpoint
CREATE UNIQUE INDEX "posts_in_topic" ON "posts" USING btree ("topic_id","position");--> statement-breakpoint
CREATE INDEX "posts_author" ON "posts" USING btree ("pseudonym_id");--> statement-breakpoint
CREATE INDEX "topics_of_space" ON "topics" USING btree ("space_id","bump");--> statement-breakpoint
CREATE INDEX "topics_author" ON "topics" USING btree ("pseudonym_id");--> statement-breakpoint
CREATE INDEX "gathering_goers_pseudonym" ON "gathering_goers" USING btree ("pseudonym_id");--> statement-breakpoint
CREATE UNIQUE INDEX "gathering_messages_in_order" ON "gathering_messages" USING btree ("gathering_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "gathering_seats_owner" ON "gathering_seats" USING btree ("gathering_id","owner");--> statement-breakpoint
CREATE UNIQUE INDEX "gathering_seats_name" ON "gathering_seats" USING btree ("gathering_id","name");--> statement-breakpoint
CREATE INDEX "gatherings_coming" ON "gatherings" USING btree ("state","starts");--> statement-breakpoint
CREATE INDEX "gatherings_space" ON "gatherings" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "invitation_edges_inviter" ON "invitation_edges" USING btree ("inviter_account_id");--> statement-breakpoint
CREATE INDEX "notifications_pseudonym" ON "notifications" USING btree ("pseudonym_id","bump");--> statement-breakpoint
CREATE INDEX "notifications_account" ON "notifications" USING btree ("account_id","bump");--> statement-breakpoint
CREATE UNIQUE INDEX "blocks_once" ON "blocks" USING btree ("owner_account_id","pseudonym_id","kind");--> statement-breakpoint
CREATE INDEX "blocks_target" ON "blocks" USING btree ("pseudonym_id");--> statement-breakpoint
CREATE INDEX "evidence_case" ON "evidence" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "evidence_report" ON "evidence" USING btree ("report_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_once" ON "reports" USING btree ("reporter_account_id","kind","subject_id","conduct");--> statement-breakpoint
CREATE INDEX "reports_case" ON "reports" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "reports_mine" ON "reports" USING btree ("reporter_account_id");--> statement-breakpoint
CREATE INDEX "circle_members_pseudonym" ON "circle_members" USING btree ("pseudonym_id");