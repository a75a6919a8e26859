import type { ReactNode } from "react";

/** The head of a page: its one `h1`, a sentence that says what is here, chips or a byline, and what can be done. */
export function PageHeader({
  title,
  lead,
  meta,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  meta?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="page-header">
      <h1>{title}</h1>
      {lead && <p className="page-lead">{lead}</p>}
      {meta && <div className="page-meta cluster">{meta}</div>}
      {children && <div className="cluster">{children}</div>}
    </header>
  );
}

/** A part of a page under a heading of its own. */
export function Section({ title, id, children }: { title: ReactNode; id?: string; children: ReactNode }) {
  return (
    <section className="section" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
