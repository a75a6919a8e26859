CREATE TABLE "room_messages" (
	"id" bigint PRIMARY KEY NOT NULL,
	"pseudonym_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	"said" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "room_messages_in_order" ON "room_messages" USING btree ("position");--> statement-breakpoint
CREATE INDEX "room_messages_said" ON "room_messages" USING btree ("said");