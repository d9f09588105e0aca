CREATE TABLE "follow_up" (
	"address" "bytea" PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"locale" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"text" "bytea",
	"gone_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "follow_up_due" ON "follow_up" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "follow_up_gone" ON "follow_up" USING btree ("gone_at");