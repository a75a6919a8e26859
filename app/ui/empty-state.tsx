import type { ReactNode } from "react";
import { LinkButton } from "./button";

/** A page with nothing on it yet: what will be here, and one thing to do. */
export function EmptyState({
  title,
  action,
  children,
}: {
  title: ReactNode;
  action?: { href: string; label: string };
  children?: ReactNode;
}) {
  return (
    <div className="empty">
      <svg viewBox="0 0 64 40" aria-hidden="true">
        <path d="M4 35q28-7 56 0" />
        <path d="M32 31c0-9 0-13-1-18" />
        <path className="empty-leaf" d="M31 16c-2-9-9-12-17-11 1 8 8 13 17 11zM31 21c2-8 9-11 16-9-1 8-8 12-16 9z" />
      </svg>
      <p className="empty-title">{title}</p>
      {children && <div className="soft">{children}</div>}
      {action && <LinkButton href={action.href}>{action.label}</LinkButton>}
    </div>
  );
}
