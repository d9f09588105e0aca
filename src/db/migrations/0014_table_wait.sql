CREATE TABLE "table_wait" (
	"handoff" "bytea" PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"scope" text NOT NULL,
	"ticket" integer NOT NULL,
	"closed_at" timestamp with time zone,
	"at" timestamp with time zone NOT NULL,
	"gone_at" timestamp with time zone NOT NULL,
	CONSTRAINT "table_wait_ticket" UNIQUE("scope","ticket")
);
--> statement-breakpoint
ALTER TABLE "handoff" ADD COLUMN "reach" "bytea";--> statement-breakpoint
ALTER TABLE "sheet_person" ADD COLUMN "address" "bytea";--> statement-breakpoint
ALTER TABLE "table_wait" ADD CONSTRAINT "table_wait_handoff_handoff_id_fk" FOREIGN KEY ("handoff") REFERENCES "public"."handoff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_wait" ADD CONSTRAINT "table_wait_user_id_staff_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."staff_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "table_wait_user" ON "table_wait" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "table_wait_gone" ON "table_wait" USING btree ("gone_at");--> statement-breakpoint
CREATE INDEX "handoff_reach" ON "handoff" USING btree ("reach") WHERE reach is not null;--> statement-breakpoint
CREATE INDEX "sheet_person_address" ON "sheet_person" USING btree ("address") WHERE address is not null;