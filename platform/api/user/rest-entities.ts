import type { Group } from "../../store/group-store.ts";
import type { Organization } from "../../store/organization-store.ts";
import type { User } from "../../store/user-store.ts";

/** A user as the User API answers it (fact sheet §1.6); what is not kept here is empty. */
export function toRestUser(user: User): Readonly<Record<string, unknown>> {
  return {
    id: String(user.id),
    code: user.code,
    ctime: user.createdAt,
    mtime: user.modifiedAt,
    valid: user.valid,
    name: user.name,
    surName: "",
    givenName: "",
    surNameReading: "",
    givenNameReading: "",
    localName: "",
    localNameLocale: "ja",
    timezone: user.timezone,
    locale: user.language,
    description: user.description,
    phone: user.phone,
    mobilePhone: user.mobilePhone,
    extensionNumber: user.extensionNumber,
    email: user.email,
    callto: "",
    url: user.url,
    employeeNumber: user.employeeNumber,
    birthDate: null,
    joinDate: null,
    primaryOrganization: null,
    sortOrder: null,
    customItemValues: [],
  };
}

/** A group as the User API answers it. */
export function toRestGroup({ id, code, name, description }: Group): Readonly<Record<string, unknown>> {
  return { id: String(id), code, name, description };
}

/** An organization as the User API answers it. */
export function toRestOrganization(organization: Organization): Readonly<Record<string, unknown>> {
  const { id, code, name, description, parentCode } = organization;
  return { id: String(id), code, name, localName: "", localNameLocale: "ja", parentCode, description };
}
