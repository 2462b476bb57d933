import { html } from "hono/html";
import type { Language } from "../api/operation.ts";
import { formatMessage } from "../page/message.ts";
import { pageMessages } from "../page/page-messages.ts";
import { type Html, renderDocument } from "../page/render-document.ts";
import { type LoggedRequest, type RequestFilter, requestLogSize } from "./request-log.ts";
import { toolMessages as text } from "./tool-messages.ts";

type RequestsPage = {
  readonly language: Language;
  readonly nonce: string;
  readonly visitor: { readonly name: string; readonly requestToken: string; readonly unread: number };
  readonly filter: Required<RequestFilter>;
  readonly requests: readonly LoggedRequest[];
  readonly timezone: string;
};

/** The log of requests with its filter. */
export function renderRequests(page: RequestsPage): Html {
  const { language, requests, visitor } = page;
  return renderDocument({
    language,
    title: text.title[language],
    nonce: page.nonce,
    breadcrumb: [{ label: pageMessages.portal[language], href: "/k/" }, { label: text.title[language] }],
    visitor,
    bodyClass: "kp-page-requests",
    content: html`<div class="kp-page-wide">
      <h1>${text.title[language]}</h1>
      <p class="kp-muted">${formatMessage(text.help, language, { limit: requestLogSize })}</p>
      ${renderFilter(page)}
      <p role="status">${formatMessage(text.count, language, { count: requests.length })}</p>
      ${requests.length === 0 ? html`<p class="kp-card kp-empty-state">${text.none[language]}</p>` : renderTable(page)}
      <form method="post" action="/k/platform/requests" class="kp-section">
        <input type="hidden" name="__REQUEST_TOKEN__" value="${visitor.requestToken}" /><button
          class="kp-button"
          type="submit"
        >
          ${text.clear[language]}
        </button>
      </form>
    </div>`,
  });
}

function renderFilter({ filter, language }: RequestsPage): Html {
  return html`<form class="kp-card kp-section kp-request-filter" method="get" action="/k/platform/requests">
    <div>
      <label class="kp-label" for="kp-request-method">${text.method[language]}</label>
      <select class="kp-input" id="kp-request-method" name="method">
        ${renderOption("", text.all[language], filter.method)}
        ${["GET", "POST", "PUT", "DELETE"].map((method) => renderOption(method, method, filter.method))}
      </select>
    </div>
    <div>
      <label class="kp-label" for="kp-request-status">${text.status[language]}</label>
      <select class="kp-input" id="kp-request-status" name="status">
        ${renderOption("", text.all[language], filter.status)}
        ${renderOption("error", text.errors[language], filter.status)}
        ${["2xx", "3xx", "4xx", "5xx"].map((status) => renderOption(status, status, filter.status))}
      </select>
    </div>
    <div class="kp-request-text">
      <label class="kp-label" for="kp-request-text">${text.text[language]}</label>
      <input class="kp-input" id="kp-request-text" name="text" type="search" maxlength="200" value="${filter.text}" />
    </div>
    <button class="kp-button kp-button-primary" type="submit">${text.filter[language]}</button>
    <a class="kp-button" href="/k/platform/requests">${text.reset[language]}</a>
  </form>`;
}

function renderTable({ requests, language, timezone }: RequestsPage): Html {
  const time = new Intl.DateTimeFormat("ja-JP", {
    timeZone: timezone,
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    fractionalSecondDigits: 3,
  });
  return html`<div class="kp-table-scroll kp-card" tabindex="0" role="region" aria-label="${text.list[language]}">
    <table class="kp-table">
      <thead>
        <tr>
          <th scope="col">${text.time[language]}</th>
          <th scope="col">${text.request[language]}</th>
          <th scope="col">${text.status[language]}</th>
          <th scope="col">${text.caller[language]}</th>
          <th scope="col">${text.duration[language]}</th>
        </tr>
      </thead>
      <tbody>
        ${requests.map(
          (request) =>
            html`<tr>
              <td class="kp-request-time">
                <time datetime="${request.at}">${time.format(new Date(request.at))}</time>
              </td>
              <td><code class="kp-code">${request.method} ${request.path}${request.query}</code></td>
              <td>
                ${request.status === 0 ? text.cut[language] : request.status} ${request.code}
                ${request.faulted ? html`<span class="kp-tag">${text.faulted[language]}</span>` : ""}
              </td>
              <td>${request.caller}</td>
              <td class="kp-number">${request.ms.toFixed(1)}</td>
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

function renderOption(value: string, label: string, chosen: string): Html {
  return value === chosen
    ? html`<option value="${value}" selected>${label}</option>`
    : html`<option value="${value}">${label}</option>`;
}
