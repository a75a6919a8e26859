import { eq } from "drizzle-orm";
import { spaces } from "#db/schema";
import { writePost } from "../discussion/posts/write-post.server";
import { startTopic } from "../discussion/topics/start-topic.server";
import { HOUR, plus } from "../platform/time";
import type { Site } from "../site/site";
import { answerInvitation, inviteToCircle } from "../spaces/circle-membership.server";
import { openSpace } from "../spaces/open-space.server";
import { type DemoMembers, demoViewer, done } from "./demo-members.server";
import { type DemoPost, type DemoTopic, demoCircle, demoTopics } from "./discussions";

type Said = { topic: DemoTopic; post: DemoPost; first: boolean };

/** Opens the circle, then lets everybody speak in the order in which they did. Answers with each post's id by how it begins. */
export async function holdDemoDiscussions(site: Site, members: DemoMembers, now: Date): Promise<Map<string, number>> {
  await openDemoCircle(site, members, plus(now, -500 * HOUR));
  const said: Said[] = demoTopics
    .flatMap((topic) => topic.posts.map((post, i) => ({ topic, post, first: i === 0 })))
    .sort((a, b) => b.post.hoursAgo - a.post.hoursAgo);
  const topicIds = new Map<DemoTopic, number>();
  const postIds = new Map<string, number>();
  for (const { topic, post, first } of said) {
    const at = plus(now, -post.hoursAgo * HOUR);
    const viewer = await demoViewer(site, members[post.by], at);
    const words = { body: post.text, storyLabel: post.label ?? "ask" };
    const written = first
      ? await startTopic(
          site,
          viewer,
          {
            ...words,
            space: await spaceId(site, topic.space),
            title: topic.title,
            language: topic.language,
            contentNotes: topic.contentNotes,
          },
          at,
        )
      : await writePost(site, viewer, { ...words, topic: topicIds.get(topic)!, to: post.answers, asked: "true" }, at);
    const { topicId, postId } = done(`post “${post.text.slice(0, 20)}…”`, written);
    topicIds.set(topic, topicId);
    postIds.set(post.text, postId);
  }
  return postIds;
}

async function openDemoCircle(site: Site, members: DemoMembers, now: Date) {
  const steward = await demoViewer(site, members.steward, now);
  const { name, purpose } = demoCircle;
  const { spaceId } = done("circle", await openSpace(site, steward, { name, purpose, kind: "circle" }, now));
  for (const [i, key] of demoCircle.members.entries()) {
    const at = plus(now, i * HOUR);
    done("invitation", await inviteToCircle(site, steward, { spaceId, name: members[key].name }, at));
    const invited = await demoViewer(site, members[key], at);
    const slot = invited.pseudonyms.find((own) => own.name === members[key].name)?.slot ?? 1;
    done("answer", await answerInvitation(site, invited, { spaceId, slot, accept: true }, at));
  }
}

/** The id of a space of the demo. */
export async function spaceId(site: Site, slug: string): Promise<number> {
  const [space] = await site.database.read.select({ id: spaces.id }).from(spaces).where(eq(spaces.slug, slug));
  if (!space) throw new Error(`the demo has no space “${slug}”`);
  return space.id;
}
