import { silence } from "../accounts/silence";
import { type Member, owns, slowedStanding, type Viewer } from "../accounts/viewer";
import { type Refused, refused } from "../platform/outcome";
import { type Calm, mayAnswerIn } from "./topics/calm/rules";

export type PostState = "visible" | "removed-by-author" | "hidden" | "removed-by-decision";
export type StoryLabel = "closed" | "ask" | "open";
export type Allowed = { ok: true; viewer: Member } | Refused;

type PlaceToSpeak = { speakers: unknown[] };
type TopicToSpeakIn = { state: "open" | "closed" | "removed" };
type PostToJudge = {
  state: PostState;
  storyLabel: StoryLabel;
  pseudonymId: number;
  authorState: "active" | "retired" | "burned" | null;
};

/** What of a post somebody gets to see. Anything but `shown` and `shown-to-author` keeps its text back. */
export type PostView = "shown" | "shown-to-author" | "not-for-guests" | Exclude<PostState, "visible">;

/** Whether the viewer may write anything at all now. */
function maySpeak(viewer: Viewer): Allowed {
  if (viewer.kind === "guest") return refused("sign-in-first");
  const silenced = silence(viewer);
  if (silenced) return silenced;
  return { ok: true, viewer };
}

/** In a space that the viewer can see, with at least one name that may speak there. */
export function mayStartTopic(viewer: Viewer, space: PlaceToSpeak): Allowed {
  const allowed = maySpeak(viewer);
  if (!allowed.ok) return allowed;
  return space.speakers.length ? allowed : refused("not-allowed");
}

export function mayReply(viewer: Viewer, space: PlaceToSpeak, topic: TopicToSpeakIn & Calm, now: Date): Allowed {
  const allowed = mayStartTopic(viewer, space);
  if (!allowed.ok) return allowed;
  if (topic.state !== "open") return refused("closed");
  const listening = mayAnswerIn(topic, slowedStanding(allowed.viewer), now);
  return listening.ok ? allowed : listening;
}

/** What the viewer gets to see of a post in a space that they can see. */
export function viewOf(viewer: Viewer, post: PostToJudge): PostView {
  if (post.state === "removed-by-author" || post.state === "removed-by-decision") return post.state;
  if (owns(viewer, post.pseudonymId)) return post.state === "hidden" ? "shown-to-author" : "shown";
  if (post.authorState === "burned") return "removed-by-author";
  if (post.state === "hidden") return "hidden";
  if (viewer.kind === "guest" && post.storyLabel === "closed") return "not-for-guests";
  return "shown";
}

/** `asked`: whoever quotes says that the author agreed. Own words may always be quoted. */
export function mayQuote(viewer: Viewer, post: PostToJudge, asked: boolean): Allowed {
  const allowed = maySpeak(viewer);
  if (!allowed.ok) return allowed;
  if (!viewOf(viewer, post).startsWith("shown")) return refused("not-found");
  if (owns(viewer, post.pseudonymId)) return allowed;
  if (post.storyLabel === "closed") return refused("not-to-be-quoted");
  return post.storyLabel === "ask" && !asked ? refused("ask-first") : allowed;
}

/** Own words, while nobody is deciding about them. */
export function mayEdit(viewer: Viewer, post: PostToJudge, topic: TopicToSpeakIn): Allowed {
  const allowed = maySpeak(viewer);
  if (!allowed.ok) return allowed;
  if (!owns(viewer, post.pseudonymId)) return refused("not-allowed");
  return post.state === "visible" && topic.state !== "removed" ? allowed : refused("closed");
}

/** Taking one's own words back is never refused to whoever can sign in, sanctioned or not. */
export function mayRemove(viewer: Viewer, post: PostToJudge): Allowed {
  if (viewer.kind === "guest") return refused("sign-in-first");
  if (!owns(viewer, post.pseudonymId)) return refused("not-allowed");
  return post.state === "visible" || post.state === "hidden" ? { ok: true, viewer } : refused("already-done");
}
