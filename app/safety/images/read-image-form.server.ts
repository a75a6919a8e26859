import type { ActionFunctionArgs } from "@remix-run/node";
import { cleanImage } from "./clean-image";
import type { CleanImage, ImageFlaw } from "./image-kinds";

/** A form with the words that were written, and the image that was chosen, cleaned; or what is wrong with that. */
export type ImageForm = { form: FormData; image: CleanImage | null; flaw: ImageFlaw | null };

/**
 * Reads a form that may hold an image in the field `image`: sent with it, without it, or in the plain encoding. Words are
 * there whatever is wrong with the image. A form that can't be read is an empty one.
 */
export async function readImageForm({
  request,
  context,
}: Pick<ActionFunctionArgs, "request" | "context">): Promise<ImageForm> {
  const sent = await request.formData().catch(() => new FormData());
  const form = new FormData();
  for (const [name, value] of sent) if (typeof value === "string") form.append(name, value);
  if (context.cutShort) return { form, image: null, flaw: "large" };
  const file = sent.get("image");
  if (!file || typeof file === "string" || file.size === 0) return { form, image: null, flaw: null };
  const cleaned = cleanImage(new Uint8Array(await file.arrayBuffer()));
  return typeof cleaned === "string" ? { form, image: null, flaw: cleaned } : { form, image: cleaned, flaw: null };
}
