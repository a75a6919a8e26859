import Lock from "lucide-react/icons/lock";
import { Chip } from "../chip";
import { Day, Deadline } from "../day";
import { EmptyState } from "../empty-state";
import { Folded } from "../folded";
import { Leaf } from "../leaf";
import { Meter } from "../meter";
import { Notice } from "../notice";
import { PageHeader, Section } from "../page-header";
import { Pager } from "../pager";
import { Bars, PlotFrame } from "../plot-frame";
import { Row, Rows } from "../rows";
import { Tabs } from "../tabs";
import { Voice } from "../voice";

const day = new Date(Date.UTC(2025, 10, 23));
const answered = [
  { label: "Within a day", value: 31 },
  { label: "Within three days", value: 9 },
  { label: "Later", value: 2 },
];

/** Everything that is looked at rather than filled in. */
export function Parts() {
  return (
    <>
      <Section title="Rows">
        <Rows label="Topics">
          <Row
            href="#rows"
            unread
            lead={<Leaf seed={98_127_398} />}
            title="Who decides what “exit” means?"
            about="Three of us tried to write down what the programme never asked."
            meta={
              <>
                <Voice name="Quiet Heron" seed={98_127_398} /> <Day date={day} /> <span>14 replies</span>
              </>
            }
          />
          <Row
            href="#rows"
            lead={<Leaf seed={4} />}
            title="Para quienes prefieren escribir en español"
            meta={
              <>
                <span>Garza Serena</span> <Day date={day} /> <Chip tone="care">Violence</Chip>
              </>
            }
          />
          <Row href="#rows" title="Working table" about="A circle of nine." aside={<Chip icon={Lock}>Circle</Chip>} />
        </Rows>
        <Pager previous={{ href: "#rows" }} next={{ href: "#rows" }} position="21 to 40 of 63" />
      </Section>
      <Section title="Notices">
        <div className="stack">
          <Notice title="This topic is in slow mode">
            <p>Quiet Heron asked for it: one reply every five minutes, until tomorrow.</p>
          </Notice>
          <Notice tone="success" title="Your report is in" announce>
            <p>
              Someone will answer by <Deadline at={new Date(Date.UTC(2025, 10, 25, 14))} />.
            </p>
          </Notice>
          <Notice tone="care" title="A phone number is in your text">
            <p>“…or ring me on 555 0100”. You can post it anyway.</p>
          </Notice>
          <Notice tone="danger" title="This can’t be undone">
            <p>All posts of this name will be hidden, and the name is retired.</p>
          </Notice>
        </div>
      </Section>
      <Section title="Folded">
        <Folded care summary="Content note: police, violence" hint="Opens when you press it.">
          <p>What was written under the note.</p>
        </Folded>
        <Folded summary="How this was decided" hint="Four lines">
          <p>Two moderators looked at it apart, and agreed.</p>
        </Folded>
      </Section>
      <Section title="Tabs, chips, meters">
        <Tabs
          label="Reports"
          tabs={[
            { href: "#tabs", label: "Open", current: true, count: 3 },
            { href: "#decided", label: "Decided" },
            { href: "#appealed", label: "Appealed" },
          ]}
        />
        <div className="cluster">
          <Chip>Slow mode</Chip>
          <Chip tone="moss">Open to all</Chip>
          <Chip tone="care">Content note: grief</Chip>
          <Chip tone="danger">Urgent</Chip>
        </div>
        <Meter label="Replies today" value={7} max={10} words="7 of 10" />
      </Section>
      <Section title="Plots">
        <PlotFrame
          title="How soon reports were decided"
          summary="31 of 42 within a day, this quarter."
          table={{ columns: ["Decided", "Reports"], rows: answered.map(({ label, value }) => [label, value]) }}
        >
          <Bars bars={answered} />
        </PlotFrame>
      </Section>
      <Section title="Nothing here yet">
        <EmptyState title="No gathering is planned" action={{ href: "#empty", label: "Plan the first one" }}>
          <p>When someone sets a time to meet, it will stand here with its purpose and its ground rules.</p>
        </EmptyState>
      </Section>
      <Section title="Head of a page">
        <PageHeader
          title="Who decides what “exit” means?"
          lead="Three of us tried to write down what the programme never asked."
          meta={
            <>
              <Voice name="Quiet Heron" seed={98_127_398} href="#voice" /> <Day date={day} /> <Chip>May be quoted</Chip>
            </>
          }
        />
      </Section>
    </>
  );
}
