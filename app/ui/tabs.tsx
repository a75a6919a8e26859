import { Count } from "./count";

/** A few views of one thing, each with an address of its own; `count` is a number worth knowing before going there. */
export function Tabs({
  label,
  tabs,
}: {
  label: string;
  tabs: { href: string; label: string; current?: boolean; count?: number }[];
}) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul className="tabs-list">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? "page" : undefined}>
              {tab.label}
              <Count of={tab.count} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
