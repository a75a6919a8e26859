CREATE TABLE "code_apps" (
	"account_id" bigint PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"confirmed" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "left_behind" (
	"id" bigint PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"side" text NOT NULL,
	"branch" integer,
	"joined_week" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" bigint PRIMARY KEY NOT NULL,
	"account_id" bigint NOT NULL,
	"credential" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" integer NOT NULL,
	"label" text,
	"added" integer NOT NULL,
	CONSTRAINT "passkeys_credential_unique" UNIQUE("credential")
);
--> statement-breakpoint
CREATE TABLE "spent_once" (
	"mark" text PRIMARY KEY NOT NULL,
	"until" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transparency_entries" (
	"id" bigint PRIMARY KEY NOT NULL,
	"day" integer NOT NULL,
	"kind" text NOT NULL,
	"answer" text NOT NULL,
	"words" text NOT NULL,
	"bump" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "pseudonyms" ADD COLUMN "undo_until" integer;--> statement-breakpoint
ALTER TABLE "code_apps" ADD CONSTRAINT "code_apps_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "left_behind_case" ON "left_behind" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "passkeys_account" ON "passkeys" USING btree ("account_id");