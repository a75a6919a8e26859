/**
 * Every page marks its tab as "here"; leaving erases the mark. A page reached through Back or Forward in a tab without
 * the mark has been left: it hides itself before anything is drawn. No trace says that someone left; what says it is
 * that a trace is gone. Reloading shows the page.
 */
const GUARD = `try{var n=performance.getEntriesByType("navigation")[0],s=sessionStorage;
if(n&&n.type==="back_forward"&&!s.getItem("here")){document.documentElement.hidden=true;document.title="…"}
else s.setItem("here","1")}catch(e){}`;

/** To stand in the head of every page, above anything that shows. */
export function BackGuard({ nonce }: { nonce: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a fixed text; it must run before the page is drawn.
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: GUARD }} />;
}
