import { defineMessages } from "./page/message.ts";

/**
 * kintone's refusals: status and texts as measured (kintone-platform fact sheet §1.4). An entry without a measured
 * English or Japanese text carries a plain one of ours.
 */
export const refusals = {
  CB_VA01: { status: 400, ja: "入力内容が正しくありません。", en: "Missing or invalid input." },
  CB_IJ01: { status: 400, ja: "不正なJSON文字列です。", en: "Invalid JSON string." },
  CB_IL02: { status: 400, ja: "不正なリクエストです。", en: "Illegal request." },
  CB_AU01: { status: 401, ja: "ログインしてください。", en: "Please login." },
  CB_WA01: {
    status: 401,
    ja: "ユーザーのパスワード認証に失敗しました。「X-Cybozu-Authorization」ヘッダーの値が正しくありません。",
    en: "Password authentication failed. The value in http header of X-Cybozu-Authorization is not valid.",
  },
  CB_JH01: { status: 403, ja: "不正なリクエストです。", en: "Illegal request." },
  CB_NO02: { status: 403, ja: "権限がありません。", en: "No privilege to proceed." },
  // The texts were seen in the fixtures of the official SDKs (en) and in a connector (ja); the status is assumed.
  GAIA_FU01: {
    status: 403,
    ja: "フィールド「{field}」の編集権限がありません。",
    en: 'Edit permissions are required to edit field "{field}".',
  },
  GAIA_NO01: {
    status: 403,
    ja: "このAPIトークンでは、指定したAPIを実行できません。",
    en: "Using this API token, you cannot run the specified API.",
  },
  GAIA_IA02: {
    status: 400,
    ja: "指定したAPIトークンは、アプリで生成されたトークンと異なります。トークンを生成または変更したあとは、アプリを更新してください。",
    en: "The specified API token does not match the API token generated via an app. After generating or changing a token, update the app.",
  },
  // The English text is measured, the Japanese one is ours.
  GAIA_DA03: {
    status: 400,
    ja: "同じアプリのAPIトークンを重複して指定することはできません。",
    en: "You cannot specify a duplicate API token for the same app.",
  },
  PLATFORM_LAST_ADMINISTRATOR: {
    status: 400,
    ja: "サインインできる管理者が1人もいなくなるため、変更できません。先に、ほかのユーザーをグループ「Administrators」に入れてください。",
    en: "No administrator could sign in any more. Put another user into the group “Administrators” first.",
  },
  PLATFORM_BUILT_IN_GROUP: {
    status: 400,
    ja: "グループ「{code}」は最初からあるグループのため、変更も削除もできません。",
    en: "The group “{code}” is built in and cannot be changed or deleted.",
  },
  // Ours: that ten tokens are an error is documented, its code is not.
  PLATFORM_TOO_MANY_TOKENS: {
    status: 400,
    ja: "1回のリクエストで指定できるAPIトークンは{limit}個までです。",
    en: "A request can carry at most {limit} API tokens.",
  },
  PLATFORM_NO_OAUTH: {
    status: 401,
    ja: "このサーバーではOAuth認証を使えません。ログイン名とパスワード、またはAPIトークンで認証してください。",
    en: "This server has no OAuth. Authenticate with a login name and a password, or with an API token.",
  },
  GAIA_RE01: {
    status: 404,
    ja: "指定したレコード（id: {id}）が見つかりません。",
    en: "The specified record (ID: {id}) is not found.",
  },
  GAIA_RE20: {
    status: 404,
    ja: "指定したupdateKey（{field}: {value}）を満たすレコードが見つかりません。",
    en: "The record specified by updateKey ({field}: {value}) is not found.",
  },
  GAIA_RE02: {
    status: 400,
    ja: "指定したコメントが存在しません。削除された可能性があります。",
    en: "The specified comment does not exist. The comment may have been deleted.",
  },
  GAIA_AP01: {
    status: 404,
    ja: "指定したアプリ（id: {id}）が見つかりません。削除されている可能性があります。",
    en: "The app (ID: {id}) not found. The app may have been deleted.",
  },
  GAIA_BL01: {
    status: 404,
    ja: "指定したファイル（id: {id}）が見つかりません。",
    en: "The specified file (id: {id}) not found.",
  },
  GAIA_PL01: {
    status: 404,
    ja: "指定したプラグイン（id: {id}）が見つかりません。",
    en: "The specified plug-in (id: {id}) not found.",
  },
  GAIA_CR01: {
    status: 404,
    ja: "指定したカーソル（id: {id}）が見つかりません。有効期限が切れた可能性があります。",
    en: "The specified cursor (id: {id}) is not found. It may have expired.",
  },
  GAIA_TM12: {
    status: 400,
    ja: "作成できるカーソルの上限に達しているため、カーソルを作成できません。不要なカーソルを削除するか、しばらく経ってから再実行してください。",
    en: "The cursor cannot be created because the number of cursors has reached its limit.",
  },
  GAIA_TO04: {
    status: 429,
    ja: "APIの同時リクエスト数が上限を超えています。",
    en: "The number of concurrent API requests exceeds the limit.",
  },
  // Code and Japanese text stand in public notes of what a real domain answered (April 2026).
  GAIA_RE07: {
    status: 400,
    ja: "フィールドを削除できません。「{app}」アプリの関連レコード一覧フィールド「{field}」から参照されています。",
    en: 'The field cannot be deleted. The related-records field "{field}" of the app "{app}" refers to it.',
  },
  // The code was seen when a field was deleted that a lookup of another app reads; the texts are ours.
  GAIA_LO02: {
    status: 400,
    ja: "フィールド「{code}」は、ルックアップまたは関連レコード一覧で使用されているため、削除も変更もできません。",
    en: 'The field "{code}" is used by a lookup or a related-records list and cannot be deleted or changed.',
  },
  GAIA_LO03: {
    status: 400,
    ja: "ルックアップのコピー元のフィールド「{field}」が、重複を禁止する設定になっていません。",
    en: 'The key field of the lookup, "{field}", does not prohibit duplicate values.',
  },
  GAIA_LO04: {
    status: 400,
    ja: "フィールド「{field}」の値「{value}」が、ルックアップの参照先のフィールドにないか、またはアプリやフィールドの閲覧権限がありません。",
    en: "A value {value} in the field {field} does not exist in the datasource app for lookup, or you do not have permission to view the app or the field.",
  },
  GAIA_FC01: {
    status: 400,
    ja: "指定されたフィールド（code: {code}）が見つかりません。",
    en: "The specified field (code: {code}) is not found.",
  },
  GAIA_IL01: {
    status: 400,
    ja: "フィールド「{field}」の計算式が正しくありません。(エラーの内容：{reason})",
    en: 'The formula of the field "{field}" is not valid. ({reason})',
  },
  GAIA_IL03: {
    status: 400,
    ja: "ステータスの変更に失敗しました。ほかのユーザーがステータス、またはステータスの設定を変更した可能性があります。",
    en: "Failed to update the status. The settings or the status itself may have been changed by someone.",
  },
  GAIA_IL08: {
    status: 400,
    ja: "{name}関数の引数の数が正しくありません。",
    en: "The number of arguments of the function {name} is not valid.",
  },
  GAIA_IL26: {
    status: 400,
    ja: "指定したユーザー（code：{code}）が見つかりません。",
    en: "The specified user (code：{code}) not found.",
  },
  GAIA_IL27: {
    status: 400,
    ja: "指定したグループ（code:{code}）が見つかりません。",
    en: "The specified group (code：{code}) not found.",
  },
  GAIA_IL28: {
    status: 400,
    ja: "指定した組織（code:{code}）が見つかりません。",
    en: "The specified organization (code：{code}) not found.",
  },
  GAIA_IL44: {
    status: 400,
    ja: "一覧「（作業者が自分）」は削除できません。",
    en: 'The view "(Assigned to me)" cannot be deleted.',
  },
  GAIA_ST02: {
    status: 400,
    ja: "操作に失敗しました。プロセス管理機能が無効化されています。",
    en: "Your request failed. The process management feature has been disabled.",
  },
  GAIA_NT01: {
    status: 403,
    ja: "作業者のみがステータスを変更できます。",
    en: "Only the assignee can change the status.",
  },
  GAIA_CO02: {
    status: 409,
    ja: "指定したrevisionは最新ではありません。ほかのユーザーがレコードを更新した可能性があります。",
    en: "The revision is not the latest. Someone may update a record.",
  },
  GAIA_UN03: {
    status: 409,
    ja: "レコードを再読み込みしてください。編集中に、ほかのユーザーがレコードを更新しました。",
    en: "Please reload the record. Someone updated it while you were editing.",
  },
  GAIA_UN10: {
    status: 400,
    ja: "{type}型のフィールドに値を設定することはできません。",
    en: "You cannot set a value to a field of the type {type}.",
  },
  GA_UO01: {
    status: 400,
    ja: "APIでは次の操作はできません：カテゴリーの値の編集",
    en: "The following operation is not possible through the API: editing the value of Categories",
  },
  GAIA_QU01: {
    status: 400,
    ja: "limit には 500 以下の値を指定してください。",
    en: "limit must be 500 or less.",
  },
  GAIA_QU02: {
    status: 400,
    ja: "offset には 10,000 以下の値を指定してください。",
    en: "offset must be 10,000 or less.",
  },
  GAIA_IQ03: {
    status: 400,
    ja: "{field}フィールドのフィールドタイプには演算子{operator}を使用できません。",
    en: "The operator {operator} cannot be used with the type of the field {field}.",
  },
  GAIA_IQ07: {
    status: 400,
    ja: "テーブルに設定している場合、{field}フィールドのフィールドタイプには、演算子{operator}を使用できません。",
    en: "In a table, the operator {operator} cannot be used with the type of the field {field}.",
  },
  GAIA_IQ10: {
    status: 400,
    ja: "{field}フィールドには、値または関数「{value}」を使用できません。",
    en: 'The value or function "{value}" cannot be used with the field {field}.',
  },
  GAIA_IQ11: {
    status: 400,
    ja: "指定されたフィールド（{field}）が見つかりません。",
    en: "The specified field ({field}) not found.",
  },
  GAIA_IQ23: {
    status: 400,
    ja: "指定した日にち（{value}）は無効です。1から31までの整数で指定します。",
    en: "The specified day ({value}) is not valid. Specify an integer from 1 to 31.",
  },
  GAIA_IQ25: {
    status: 400,
    ja: "FROM_TODAY()の第2引数には、「DAYS」「WEEKS」「MONTHS」「YEARS」のいずれかを指定します。",
    en: "The second argument of FROM_TODAY() must be DAYS, WEEKS, MONTHS or YEARS.",
  },
  GAIA_IR02: { status: 400, ja: "クエリの指定が不正です。", en: "The query is not valid." },
  // "Database locked, retry later" is the nearest known refusal to a setting written while a deploy runs (code not measured).
  GAIA_DA02: {
    status: 503,
    ja: "アプリの設定を反映している途中のため、操作に失敗しました。反映が終わってから再度お試しください。",
    en: "The settings of the app are being deployed. Try again after the deployment has finished.",
  },
  // Ours, not kintone's: what this server says where kintone would answer and it does not.
  // Codes and texts of the next two are guesses: no source shows what kintone answers.
  GAIA_SP01: {
    status: 404,
    ja: "指定したスペース（id: {id}）が見つかりません。削除されている可能性があります。",
    en: "The space (ID: {id}) not found. The space may have been deleted.",
  },
  GAIA_SP02: {
    status: 404,
    ja: "指定したスレッド（id: {id}）が見つかりません。削除されている可能性があります。",
    en: "The thread (ID: {id}) not found. The thread may have been deleted.",
  },
  PLATFORM_NO_TEMPLATE: {
    status: 404,
    ja: "スペーステンプレート（id: {id}）がありません。このサーバーにあるのは空のスペース（id: 1）だけです。",
    en: "There is no space template {id}. This server has only the empty space (ID: 1).",
  },
  PLATFORM_SPACE_HAS_APPS: {
    status: 400,
    ja: "スペースにアプリがあるため削除できません。このサーバーはアプリを一緒に削除しません。先にアプリを移動してください。",
    en: "The space has apps and cannot be deleted. This server does not delete them with it; move them first.",
  },
  GAIA_IL23: {
    status: 400,
    ja: "ゲストスペース内のアプリを操作する場合は、リクエストの送信先を「/k/guest/（ゲストスペースのID）/v1/...」にします。",
    en: "When you operate an app in a guest space, please send the request to '/k/guest/(guest space ID)/v1/...'.",
  },
  PLATFORM_NOT_IMPLEMENTED: {
    status: 501,
    ja: "このサーバーには「{method} {path}」がまだありません。",
    en: "This server does not have {method} {path} yet.",
  },
  // That a domain holds 1,000 apps is documented, what the 1,001st is told is not.
  PLATFORM_TOO_MANY_APPS: {
    status: 400,
    ja: "アプリの数が上限（{limit}個）に達しているため、アプリを作成できません。使っていないアプリを整理してください。",
    en: "The domain already holds {limit} apps, the most there can be. No further app can be created.",
  },
  // kintone's own code for an app without comments is not known.
  PLATFORM_COMMENTS_OFF: {
    status: 400,
    ja: "このアプリでは、コメント機能が無効になっています。",
    en: "Comments are disabled in this app.",
  },
  PLATFORM_CLOCK_FIXED: {
    status: 403,
    ja: "このサーバーの時計は動かせません。--movable-clock を付けて起動すると動かせます。",
    en: "The clock of this server cannot be moved. Start it with --movable-clock to move it.",
  },
  PLATFORM_TOO_LARGE: {
    status: 413,
    ja: "送信されたデータが大きすぎます。上限は{limit}バイトです。",
    en: "The request is too large. The limit is {limit} bytes.",
  },
  PLATFORM_URL_TOO_LONG: {
    status: 414,
    ja: "URLが長すぎます。上限は{limit}文字です。X-HTTP-Method-Override を使ってください。",
    en: "The URL is too long. The limit is {limit} characters. Use X-HTTP-Method-Override.",
  },
  PLATFORM_HOST: {
    status: 421,
    ja: "このサーバーは localhost としてだけ呼び出せます。",
    en: "This server answers only to the name localhost.",
  },
  PLATFORM_BUSY: {
    status: 503,
    ja: "終わらない処理があるため、ドメイン全体の入れ替えを始められませんでした。何も変わっていません。少し待って、もう一度試してください。",
    en: "Calls are still running, so the domain was not replaced. Nothing has changed. Wait a little and try again.",
  },
  PLATFORM_NO_SNAPSHOT: {
    status: 404,
    ja: "その名前のスナップショットがないか、壊れています。何も変わっていません。",
    en: "There is no snapshot of this name, or it is damaged. Nothing has changed.",
  },
  PLATFORM_NO_DOMAIN: {
    status: 404,
    ja: "指定したドメイン（id: {id}）は開いていません。",
    en: "The domain (id: {id}) is not open.",
  },
  PLATFORM_DOMAINS: {
    status: 400,
    ja: "同時に開けるドメインは{limit}個までです。使い終わったものを閉じてください。",
    en: "At most {limit} domains can be open at once. Close those that are no longer used.",
  },
  PLATFORM_UNEXPECTED: { status: 500, ja: "予期せぬエラーが発生しました。", en: "An unexpected error occurred." },
} as const;

/** Texts below `errors`: about one parameter or one field (fact sheet §1.4 end and §5.4). */
export const inputMessages = defineMessages({
  parameterRequired: { ja: "必須です。", en: "Required field." },
  required: { ja: "必須です。", en: "Required." },
  notInteger: { ja: "整数を指定してください。", en: "must be an integer." },
  atLeast: { ja: "最小でも{limit}以上です。", en: "must be greater than or equal to {limit}" },
  atMost: { ja: "最大でも{limit}以下です。", en: "must be less than or equal to {limit}" },
  enumeration: { ja: "Enum値のいずれかでなければなりません。", en: "must be one of the enum value" },
  wrongKind: { ja: "値の形式が正しくありません。", en: "The value has a wrong form." },
  notBoolean: { ja: "trueまたはfalseを指定してください。", en: "must be true or false." },
  tooManyAdded: {
    ja: "一度に100件までのレコードを追加できます。",
    en: "A maximum of 100 records can be added at one time.",
  },
  tooManyUpdated: {
    ja: "一度に100件までのレコードを更新できます。",
    en: "A maximum of 100 records can be updated at one time.",
  },
  deleteCount: {
    ja: "一度に1件から100件までのレコードを削除できます。",
    en: "Between 1 and 100 records can be deleted at one time.",
  },
  queryNotation: { ja: "クエリ記法が間違っています。", en: "Query string parse error." },
  notInOptions: { ja: '"{value}"は選択肢にありません。', en: 'The value, "{value}", is not in options.' },
  duplicate: {
    ja: "値がほかのレコードと重複しています。",
    en: "This value already exists in another record.",
  },
  tooLong: { ja: "{limit}文字より短くなければなりません。", en: "Enter less than {limit} characters." },
  tooShort: { ja: "{limit}文字より長くなければなりません。", en: "Enter more than {limit} characters." },
  tooBig: { ja: "{limit}以下である必要があります。", en: "The value must be {limit} or less." },
  tooSmall: { ja: "{limit}以上である必要があります。", en: "The value must be {limit} or more." },
  notNumber: { ja: "数字でなければなりません。", en: "Only numbers are allowed." },
  notUrl: {
    ja: "URL の形式が正しくありません。「http://」または「https://」などから始まる値を入力してください。",
    en: "The URL format is incorrect.",
  },
  notMail: { ja: "メールアドレスの形式が正しくありません。", en: "The email address format is incorrect." },
  notPhone: { ja: "電話番号の形式が正しくありません。", en: "The phone number format is incorrect." },
  notDate: { ja: "日付の形式が正しくありません。", en: "The date format is incorrect." },
  notTime: { ja: "時刻の形式が正しくありません。", en: "The time format is incorrect." },
  notDateTime: { ja: "日時の形式が正しくありません。", en: "The date and time format is incorrect." },
  notUniqueKey: {
    ja: "重複を禁止した文字列（1行）または数値フィールドを指定してください。",
    en: "Specify a text or number field that prohibits duplicate values.",
  },
  notAssignable: {
    ja: "次のステータスの作業者に指定できないユーザーです。",
    en: "The user cannot be the assignee of the next status.",
  },
  tooManyMentions: {
    ja: "一度に指定できるメンションは{limit}件までです。",
    en: "A maximum of {limit} mentions can be specified.",
  },
  tooManyRequests: {
    ja: "一度に20件までのリクエストを指定できます。",
    en: "A maximum of 20 requests can be specified.",
  },
  notBulkApi: {
    ja: "bulkRequestでは実行できないAPIです。",
    en: "This API cannot be run with bulkRequest.",
  },
  passwordTooShort: { ja: "パスワードは3文字以上で指定してください。", en: "must be at least 3 characters." },
  noTitles: { ja: "このサーバーに役職はありません。", en: "This server has no job titles." },
  parentBelow: {
    ja: "自分自身か、その下にある組織は、親組織に指定できません。",
    en: "An organization cannot stand below itself.",
  },
  noSuchToken: { ja: "このアプリにそのAPIトークンはありません。", en: "The app has no such API token." },
  codeTaken: { ja: "すでに使われているコードです。", en: "The code is already in use." },
});
