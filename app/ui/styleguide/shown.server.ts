/** Whether the styleguide may be looked at: everywhere but in production, and there only where it's asked for. */
export function styleguideShown(env: NodeJS.ProcessEnv = process.env): boolean {
  return env.NODE_ENV !== "production" || env.UNDERSTORY_STYLEGUIDE === "1";
}
