import { z } from "zod";

const words = z.string().regex(/^\S([\s\S]*\S)?$/);
const address = z.url({ protocol: /^https?$/ });
const moment = z.iso.datetime({ offset: true });
const author = z.strictObject({ name: words, url: address.optional(), avatar: address.optional() });

/** JSON Feed 1.1 (jsonfeed.org/version/1.1), all that it allows, and what it asks for. */
export const jsonFeedSchema = z.strictObject({
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: words,
  home_page_url: address,
  feed_url: address,
  description: words.optional(),
  user_comment: words.optional(),
  next_url: address.optional(),
  icon: address.optional(),
  favicon: address.optional(),
  authors: z.array(author).min(1).optional(),
  language: words.optional(),
  expired: z.boolean().optional(),
  hubs: z.array(z.strictObject({ type: words, url: address })).optional(),
  items: z.array(
    z
      .strictObject({
        id: words,
        url: address,
        external_url: address.optional(),
        title: words,
        content_html: z.string().optional(),
        content_text: z.string().optional(),
        summary: words.optional(),
        image: address.optional(),
        banner_image: address.optional(),
        date_published: moment,
        date_modified: moment.optional(),
        authors: z.array(author).min(1).optional(),
        tags: z.array(words).optional(),
        language: words.optional(),
        attachments: z
          .array(
            z.strictObject({
              url: address,
              mime_type: words,
              title: words.optional(),
              size_in_bytes: z.int().optional(),
              duration_in_seconds: z.number().optional(),
            }),
          )
          .optional(),
      })
      .refine(
        (item) => item.content_html !== undefined || item.content_text !== undefined,
        "an item without content",
      ),
  ),
});
