CREATE TABLE `accounts` (
	`id` integer PRIMARY KEY NOT NULL,
	`sign_in_key` text NOT NULL,
	`secret_hash` text NOT NULL,
	`secret_kind` text NOT NULL,
	`recovery_hash` text NOT NULL,
	`standing` text DEFAULT 'newcomer' NOT NULL,
	`joined_week` integer NOT NULL,
	`last_seen` integer NOT NULL,
	`branch` integer,
	`younger` integer DEFAULT false NOT NULL,
	`language` text,
	`theme` text,
	`slot` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_signInKey_unique` ON `accounts` (`sign_in_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_recoveryHash_unique` ON `accounts` (`recovery_hash`);--> statement-breakpoint
CREATE INDEX `accounts_branch` ON `accounts` (`branch`);--> statement-breakpoint
CREATE TABLE `offices` (
	`id` integer PRIMARY KEY NOT NULL,
	`pseudonym_id` integer NOT NULL,
	`office` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `offices_once` ON `offices` (`pseudonym_id`,`office`);--> statement-breakpoint
CREATE TABLE `sanctions` (
	`id` integer PRIMARY KEY NOT NULL,
	`pseudonym_id` integer NOT NULL,
	`case_id` integer NOT NULL,
	`kind` text NOT NULL,
	`agreement` text NOT NULL,
	`agreement_version` integer NOT NULL,
	`reasons` text NOT NULL,
	`started` integer NOT NULL,
	`until` integer,
	`lifted` integer
);
--> statement-breakpoint
CREATE INDEX `sanctions_live` ON `sanctions` (`pseudonym_id`) WHERE "sanctions"."lifted" is null;--> statement-breakpoint
CREATE INDEX `sanctions_case` ON `sanctions` (`case_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`expires` integer NOT NULL,
	`own_device` integer NOT NULL,
	`label` text,
	`started` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE TABLE `agreement_versions` (
	`version` integer PRIMARY KEY NOT NULL,
	`in_force` integer NOT NULL,
	`clauses` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `case_deals` (
	`case_id` integer NOT NULL,
	`moderator_pseudonym_id` integer NOT NULL,
	PRIMARY KEY(`case_id`, `moderator_pseudonym_id`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `case_deals_moderator` ON `case_deals` (`moderator_pseudonym_id`);--> statement-breakpoint
CREATE TABLE `case_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`actor_pseudonym_id` integer,
	`alias` text,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_entries_in_order` ON `case_entries` (`case_id`,`position`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` integer PRIMARY KEY NOT NULL,
	`respondent_pseudonym_id` integer NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` integer NOT NULL,
	`conduct` text NOT NULL,
	`severity` text NOT NULL,
	`state` text NOT NULL,
	`bump` integer NOT NULL,
	`conduct_hour` integer NOT NULL,
	`opened` integer NOT NULL,
	`acknowledge_by` integer,
	`decide_by` integer,
	`closed` integer,
	`holder_pseudonym_id` integer,
	`lease_until` integer,
	`lease_number` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `cases_queue` ON `cases` (`state`,`severity`,`bump`);--> statement-breakpoint
CREATE INDEX `cases_subject` ON `cases` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `cases_respondent` ON `cases` (`respondent_pseudonym_id`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`moderator_pseudonym_id` integer NOT NULL,
	`second_pseudonym_id` integer,
	`state` text NOT NULL,
	`outcome` text NOT NULL,
	`days` integer,
	`agreement` text NOT NULL,
	`agreement_version` integer NOT NULL,
	`removes_post` integer DEFAULT 0 NOT NULL,
	`to_reporter` text NOT NULL,
	`to_respondent` text NOT NULL,
	`decided` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `decisions_case` ON `decisions` (`case_id`);--> statement-breakpoint
CREATE TABLE `ties` (
	`moderator_pseudonym_id` integer NOT NULL,
	`pseudonym_id` integer NOT NULL,
	`declared` integer NOT NULL,
	PRIMARY KEY(`moderator_pseudonym_id`, `pseudonym_id`)
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`place` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`kept` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_place` ON `drafts` (`account_id`,`place`);--> statement-breakpoint
CREATE TABLE `follows` (
	`id` integer PRIMARY KEY NOT NULL,
	`pseudonym_id` integer NOT NULL,
	`space_id` integer,
	`topic_id` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `follows_topic` ON `follows` (`pseudonym_id`,`topic_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `follows_space` ON `follows` (`pseudonym_id`,`space_id`);--> statement-breakpoint
CREATE INDEX `follows_of_topic` ON `follows` (`topic_id`);--> statement-breakpoint
CREATE INDEX `follows_of_space` ON `follows` (`space_id`);--> statement-breakpoint
CREATE TABLE `posts` (
	`id` integer PRIMARY KEY NOT NULL,
	`topic_id` integer NOT NULL,
	`position` integer NOT NULL,
	`pseudonym_id` integer NOT NULL,
	`reply_to` integer,
	`body` text NOT NULL,
	`html` text NOT NULL,
	`renderer` integer NOT NULL,
	`content_notes` text NOT NULL,
	`story_label` text DEFAULT 'ask' NOT NULL,
	`state` text DEFAULT 'visible' NOT NULL,
	`written` integer NOT NULL,
	`edited` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `posts_in_topic` ON `posts` (`topic_id`,`position`);--> statement-breakpoint
CREATE INDEX `posts_author` ON `posts` (`pseudonym_id`);--> statement-breakpoint
CREATE TABLE `read_marks` (
	`account_id` integer NOT NULL,
	`topic_id` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`account_id`, `topic_id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `topics` (
	`id` integer PRIMARY KEY NOT NULL,
	`space_id` integer NOT NULL,
	`pseudonym_id` integer NOT NULL,
	`title` text NOT NULL,
	`language` text,
	`state` text DEFAULT 'open' NOT NULL,
	`content_notes` text NOT NULL,
	`posts` integer DEFAULT 0 NOT NULL,
	`bump` integer NOT NULL,
	`slow_seconds` integer,
	`slow_reason` text,
	`started` integer NOT NULL,
	`last_post` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `topics_of_space` ON `topics` (`space_id`,`bump`);--> statement-breakpoint
CREATE INDEX `topics_author` ON `topics` (`pseudonym_id`);--> statement-breakpoint
CREATE TABLE `gathering_goers` (
	`gathering_id` integer NOT NULL,
	`pseudonym_id` integer NOT NULL,
	PRIMARY KEY(`gathering_id`, `pseudonym_id`),
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `gathering_goers_pseudonym` ON `gathering_goers` (`pseudonym_id`);--> statement-breakpoint
CREATE TABLE `gathering_hosts` (
	`gathering_id` integer NOT NULL,
	`pseudonym_id` integer NOT NULL,
	PRIMARY KEY(`gathering_id`, `pseudonym_id`),
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `gathering_messages` (
	`id` integer PRIMARY KEY NOT NULL,
	`gathering_id` integer NOT NULL,
	`seat_id` integer NOT NULL,
	`position` integer NOT NULL,
	`channel` text NOT NULL,
	`body` text NOT NULL,
	`html` text NOT NULL,
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `gathering_messages_in_order` ON `gathering_messages` (`gathering_id`,`position`);--> statement-breakpoint
CREATE TABLE `gathering_seats` (
	`id` integer PRIMARY KEY NOT NULL,
	`gathering_id` integer NOT NULL,
	`name` text NOT NULL,
	`leaf` integer NOT NULL,
	`pseudonym_id` integer,
	`owner` text NOT NULL,
	`sealed` blob NOT NULL,
	`state` text DEFAULT 'in' NOT NULL,
	`turns` integer DEFAULT 0 NOT NULL,
	`heard` integer DEFAULT 0 NOT NULL,
	`hand_at` integer,
	`moved_to` integer,
	`moved_reason` text,
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `gathering_seats_owner` ON `gathering_seats` (`gathering_id`,`owner`);--> statement-breakpoint
CREATE UNIQUE INDEX `gathering_seats_name` ON `gathering_seats` (`gathering_id`,`name`);--> statement-breakpoint
CREATE TABLE `gatherings` (
	`id` integer PRIMARY KEY NOT NULL,
	`space_id` integer NOT NULL,
	`host_pseudonym_id` integer NOT NULL,
	`title` text NOT NULL,
	`purpose` text NOT NULL,
	`ground_rules` text NOT NULL,
	`starts` integer NOT NULL,
	`length_minutes` integer NOT NULL,
	`state` text DEFAULT 'planned' NOT NULL,
	`door_locked` integer DEFAULT false NOT NULL,
	`side_channel` integer DEFAULT true NOT NULL,
	`keep_messages` integer DEFAULT false NOT NULL,
	`turn_seconds` integer DEFAULT 180 NOT NULL,
	`floor_seat_id` integer,
	`floor_until` integer,
	`bump` integer DEFAULT 0 NOT NULL,
	`ended` integer,
	`sweep_messages` integer,
	`summary` text,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `gatherings_coming` ON `gatherings` (`state`,`starts`);--> statement-breakpoint
CREATE INDEX `gatherings_space` ON `gatherings` (`space_id`);--> statement-breakpoint
CREATE TABLE `invitation_edges` (
	`invitee_account_id` integer PRIMARY KEY NOT NULL,
	`inviter_account_id` integer NOT NULL,
	`since` integer NOT NULL,
	FOREIGN KEY (`invitee_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`inviter_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `invitation_edges_inviter` ON `invitation_edges` (`inviter_account_id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` integer PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	`inviter_account_id` integer,
	`kind` text NOT NULL,
	`label` text,
	`expires` integer NOT NULL,
	`used` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`inviter_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_codeHash_unique` ON `invitations` (`code_hash`);--> statement-breakpoint
CREATE TABLE `job_runs` (
	`name` text PRIMARY KEY NOT NULL,
	`finished` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` integer PRIMARY KEY NOT NULL,
	`pseudonym_id` integer,
	`account_id` integer,
	`kind` text NOT NULL,
	`post_id` integer,
	`topic_id` integer,
	`space_id` integer,
	`report_id` integer,
	`case_id` integer,
	`gathering_id` integer,
	`bump` integer NOT NULL,
	`seen` integer DEFAULT false NOT NULL,
	`created` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `notifications_pseudonym` ON `notifications` (`pseudonym_id`,`bump`);--> statement-breakpoint
CREATE INDEX `notifications_account` ON `notifications` (`account_id`,`bump`);--> statement-breakpoint
CREATE TABLE `pseudonym_links` (
	`lookup` text PRIMARY KEY NOT NULL,
	`pseudonym_lookup` text NOT NULL,
	`sealed` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pseudonym_links_pseudonymLookup_unique` ON `pseudonym_links` (`pseudonym_lookup`);--> statement-breakpoint
CREATE TABLE `pseudonyms` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`leaf` integer NOT NULL,
	`state` text DEFAULT 'active' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pseudonyms_nameKey_unique` ON `pseudonyms` (`name_key`);--> statement-breakpoint
CREATE TABLE `space_voices` (
	`account_id` integer NOT NULL,
	`space_id` integer NOT NULL,
	`slot` integer NOT NULL,
	PRIMARY KEY(`account_id`, `space_id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `public_log` (
	`position` integer PRIMARY KEY NOT NULL,
	`day` integer NOT NULL,
	`act` text NOT NULL,
	`office` text NOT NULL,
	`agreement` text,
	`agreement_version` integer,
	`details` text NOT NULL,
	`salt` text,
	`details_digest` text NOT NULL,
	`digest` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `blocks` (
	`id` integer PRIMARY KEY NOT NULL,
	`owner_account_id` integer NOT NULL,
	`pseudonym_id` integer NOT NULL,
	`kind` text NOT NULL,
	`since` integer NOT NULL,
	FOREIGN KEY (`owner_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `blocks_once` ON `blocks` (`owner_account_id`,`pseudonym_id`,`kind`);--> statement-breakpoint
CREATE INDEX `blocks_target` ON `blocks` (`pseudonym_id`);--> statement-breakpoint
CREATE TABLE `hidden_posts` (
	`account_id` integer NOT NULL,
	`post_id` integer NOT NULL,
	PRIMARY KEY(`account_id`, `post_id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `topic_mutes` (
	`account_id` integer NOT NULL,
	`topic_id` integer NOT NULL,
	PRIMARY KEY(`account_id`, `topic_id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`report_id` integer NOT NULL,
	`sealed` blob NOT NULL,
	`digest` text NOT NULL,
	`taken` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `evidence_case` ON `evidence` (`case_id`);--> statement-breakpoint
CREATE INDEX `evidence_report` ON `evidence` (`report_id`);--> statement-breakpoint
CREATE TABLE `reports` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`reporter_account_id` integer,
	`alias` integer NOT NULL,
	`kind` text NOT NULL,
	`subject_id` integer NOT NULL,
	`conduct` text NOT NULL,
	`agreement` text NOT NULL,
	`agreement_version` integer NOT NULL,
	`wish` text NOT NULL,
	`words` text NOT NULL,
	`about_me` integer NOT NULL,
	`filed` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reporter_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_once` ON `reports` (`reporter_account_id`,`kind`,`subject_id`,`conduct`);--> statement-breakpoint
CREATE INDEX `reports_case` ON `reports` (`case_id`);--> statement-breakpoint
CREATE INDEX `reports_mine` ON `reports` (`reporter_account_id`);--> statement-breakpoint
CREATE TABLE `circle_members` (
	`space_id` integer NOT NULL,
	`pseudonym_id` integer NOT NULL,
	`state` text NOT NULL,
	`host` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`space_id`, `pseudonym_id`),
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `circle_members_pseudonym` ON `circle_members` (`pseudonym_id`);--> statement-breakpoint
CREATE TABLE `spaces` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`purpose` text NOT NULL,
	`language` text DEFAULT 'both' NOT NULL,
	`kind` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`indexable` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `spaces_slug_unique` ON `spaces` (`slug`);