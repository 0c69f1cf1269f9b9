/** What somebody sees who opens an address in their browser. */
export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly page: string;
  /** Where the page's link leads. */
  readonly link: string;
}

/** A browser, as far as installing needs one: it keeps cookies, and takes one site for another machine's. */
export interface Visitor {
  open(address: string, method?: string): Promise<Seen>;
  readonly cookies: Map<string, string>;
}

export function createVisitor(site: string, at: string, language = "en"): Visitor {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async open(address, method = "GET") {
      const response = await fetch(address.replace(site, at), {
        method,
        redirect: "manual",
        headers: {
          "accept-language": language,
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        },
      });
      for (const set of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        if (/Expires=Thu, 01 Jan 1970/.test(set)) cookies.delete(name);
        else cookies.set(name, value);
      }
      const page = await response.text();
      const [, link = ""] = /<a href="([^"]*)"/.exec(page) ?? [];
      return {
        status: response.status,
        headers: response.headers,
        page,
        link: link.replaceAll("&amp;", "&"),
      };
    },
  };
}
