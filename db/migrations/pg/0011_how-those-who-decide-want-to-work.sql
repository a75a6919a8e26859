CREATE TABLE "conduct_opt_outs" (
	"pseudonym_id" bigint NOT NULL,
	"conduct" text NOT NULL,
	CONSTRAINT "conduct_opt_outs_pseudonym_id_conduct_pk" PRIMARY KEY("pseudonym_id","conduct")
);
--> statement-breakpoint
CREATE TABLE "handler_wishes" (
	"pseudonym_id" bigint PRIMARY KEY NOT NULL,
	"back_on" integer,
	"plain_text" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rota_weeks" (
	"week" integer NOT NULL,
	"pseudonym_id" bigint NOT NULL,
	CONSTRAINT "rota_weeks_week_pseudonym_id_pk" PRIMARY KEY("week","pseudonym_id")
);
--> statement-breakpoint
CREATE INDEX "rota_weeks_pseudonym" ON "rota_weeks" USING btree ("pseudonym_id");