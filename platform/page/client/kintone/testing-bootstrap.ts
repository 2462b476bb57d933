import type { Bootstrap, PageType } from "../../bootstrap.ts";
import type { StoredField } from "../../../store/app-settings.ts";

/** What the server would write into a page, for tests. */
export function testBootstrap(page: PageType, fields: readonly StoredField[] = []): Bootstrap {
  return {
    page,
    language: "ja",
    loginUser: {
      id: "2",
      code: "tantou",
      name: "担当",
      email: "",
      url: "",
      employeeNumber: "",
      phone: "",
      mobilePhone: "",
      extensionNumber: "",
      timezone: "Asia/Tokyo",
      isGuest: false,
      language: "ja",
    },
    requestToken: "token",
    pluginId: "plug",
    app: {
      id: 2,
      revision: "8",
      permissions: {
        addRecord: true,
        editApp: false,
        viewRecord: true,
        editRecord: true,
        deleteRecord: true,
        perRecord: false,
      },
      plugins: [],
      pluginConfigs: { plug: { key: "value" } },
      settings: {
        general: {
          name: "事業",
          description: "",
          icon: { type: "PRESET", key: "APP63" },
          theme: "BLUE",
          titleField: { selectionMode: "AUTO" },
          enableThumbnails: false,
          enableBulkDeletion: false,
          enableComments: false,
          enableDuplicateRecord: true,
          enableInlineRecordEditing: true,
          numberPrecision: { digits: "16", decimalPlaces: "4", roundingMode: "HALF_EVEN" },
          firstMonthOfFiscalYear: "4",
        },
        fields,
        layout: [],
        views: [{ id: "31", index: "0", name: "一覧", type: "LIST", filterCond: "", sort: "" }],
        process: { enable: false, states: [], actions: [] },
        reports: [],
        actions: [],
      },
    },
  };
}
