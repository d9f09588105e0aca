CREATE TABLE "slip" (
	"code" "bytea" PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"claimed" "bytea",
	"gone_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "slip_gone" ON "slip" USING btree ("gone_at");