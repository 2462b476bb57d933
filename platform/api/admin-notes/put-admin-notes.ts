import { placeOf } from "../../settings/fault.ts";
import { readFlag, readText } from "../../settings/read-value.ts";
import { writeSettings } from "../app-access.ts";
import type { Operation } from "../operation.ts";

/** `PUT preview/app/adminNotes.json`; what is not sent stays. */
export const putAdminNotes: Operation = {
  method: "PUT",
  path: "/k/v1/app/adminNotes.json",
  reach: "preview",
  right: "manage",
  run: (context) => {
    const { params } = context;
    const { revision } = writeSettings(context, ({ preview }, place) => ({
      ...preview,
      adminNotes: {
        content: readText(placeOf(place, "content"), params["content"], {
          initial: preview.adminNotes.content,
          max: 10_000,
        }),
        includeInTemplateAndDuplicates: readFlag(
          placeOf(place, "includeInTemplateAndDuplicates"),
          params["includeInTemplateAndDuplicates"],
          preview.adminNotes.includeInTemplateAndDuplicates,
        ),
      },
    }));
    return { revision };
  },
};
