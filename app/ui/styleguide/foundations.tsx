import { Leaf } from "../leaf";
import { Section } from "../page-header";
import { Voice } from "../voice";

const PAPERS = ["paper", "paper-raised", "paper-sunk", "moss-wash", "amber-wash", "red-wash"];
const INKS = ["ink", "ink-soft", "moss", "amber", "red", "bluebell", "line-strong", "line"];
const LEAVES = Array.from({ length: 48 }, (_, index) => index * 7919 + 31);

/** Colours, type and leaves: what everything else is made of. */
export function Foundations() {
  return (
    <>
      <Section title="Papers and inks">
        <div className="swatches">
          {[...PAPERS, ...INKS].map((name) => (
            <figure className="swatch" key={name}>
              <svg height="48" aria-hidden="true">
                <rect className={`swatch-${name}`} width="100%" height="48" rx="4" />
              </svg>
              <figcaption className="small soft">{name}</figcaption>
            </figure>
          ))}
        </div>
      </Section>
      <Section title="Type">
        <div className="stack">
          <h1>What grows when nobody is watching</h1>
          <h2>A heading inside a page</h2>
          <h3>A smaller one</h3>
          <h4>The smallest</h4>
          <p>
            Text is set at eighteen pixels on a phone, in the reader’s own system font, with room between the lines and
            no line longer than sixty-five characters, because a long line loses the eye on its way back.{" "}
            <a href="#type">A link looks like this</a>, <strong>weight</strong> is kept for what carries it, and{" "}
            <em>a slant</em> for a voice.
          </p>
          <p className="soft">Soft words say what is less urgent, and still reach well past the AA ratio.</p>
          <p className="small">Small words are fifteen pixels, never less where there is something to read.</p>
          <div className="prose">
            <p>What members write is set as prose:</p>
            <blockquote>
              <p>I don’t want to be spoken for. I want to be asked.</p>
            </blockquote>
            <ul>
              <li>lists have air,</li>
              <li>
                <code>code</code> is legible,
              </li>
            </ul>
            <pre>
              <code>and a block scrolls sideways by itself</code>
            </pre>
          </div>
        </div>
      </Section>
      <Section title="Leaves">
        <p className="soft">Each pseudonym’s is drawn from its own seed, so that voices are told apart at a glance.</p>
        <div className="cluster">
          {LEAVES.map((seed) => (
            <Leaf seed={seed} key={seed} large />
          ))}
        </div>
        <div className="cluster">
          <Voice name="Quiet Heron" seed={4_503_599_627_370_497} href="#leaves" />
          <Voice name="Lichen on Slate" seed={812_739_812_733} />
          <Voice name="Garza Serena" seed={17} />
        </div>
      </Section>
    </>
  );
}
