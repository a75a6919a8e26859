/** What the work or the wait leads to: an account, or the form of somebody who isn't a member. A pass opens only its own door. */
export type LeadsTo = "join" | "outside";
