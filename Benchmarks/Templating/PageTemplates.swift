/// The page of a film as templates: the same text for every engine.
enum PageTemplates {
    /// The template that shows the page; the others are parts of it.
    static let main = "movie"

    /// By name.
    static let texts = [
        main: movie, "head": head, "navigation": navigation, "poster": poster, "facts": facts, "showing": showing,
    ]

    private static let movie = """
        <!DOCTYPE html>
        <html lang="{{site.language}}">
        <head>
        {{> head}}
        </head>
        <body class="page-{{page.kind}}" data-home="{{site.home}}">
        {{> navigation}}
        <main id="content" tabindex="-1">
        <article>
          {{#movie}}
          <div class="film-head">
            {{> poster}}
            <h1>{{title}}</h1>
            {{#originalTitle}}<p class="original-title">{{originalTitle}}</p>{{/originalTitle}}
            {{> facts}}
            <ul class="genres">{{#genres}}<li><a href="{{href}}">{{name}}</a></li>{{/genres}}</ul>
            {{#synopsis}}<p class="synopsis">{{synopsis}}</p>{{/synopsis}}
          </div>
          {{/movie}}
          <section id="showtimes">
            {{^hasShowings}}<p class="notice">No showing is on sale at the moment.</p>{{/hasShowings}}
            {{#days}}
            <h3><a href="{{day.href}}"><time datetime="{{day.date}}">{{day.name}}</time></a></h3>
            {{#theaters}}
            <h4><a href="{{theater.href}}">{{theater.name}}</a> <small>{{city}}</small></h4>
            <ul class="showings">{{#showings}}{{> showing}}{{/showings}}</ul>
            {{/theaters}}
            {{/days}}
          </section>
          {{#movie}}
          <dl class="crew">
            <div><dt>Directed by</dt>{{#directors}}<dd><a href="{{href}}">{{name}}</a></dd>{{/directors}}</div>
            <div><dt>Spoken in</dt>{{#languages}}<dd>{{.}}</dd>{{/languages}}</div>
          </dl>
          <ul class="cast">
            {{#cast}}<li><a href="{{href}}">{{name}}</a>{{#character}} <span>{{character}}</span>{{/character}}</li>
            {{/cast}}
          </ul>
          {{/movie}}
        </article>
        </main>
        </body>
        </html>

        """

    private static let head = """
        <meta charset="utf-8">
        <title>{{page.title}} · {{site.name}}</title>
        <meta name="description" content="{{page.description}}">
        <link rel="canonical" href="{{page.canonical}}">
        <link rel="stylesheet" href="{{site.assets}}/site.css">

        """

    private static let navigation = """
        <nav><ul>
        <li><a href="{{site.showtimes}}"{{#page.inShowtimes}} aria-current="true"{{/page.inShowtimes}}>Showtimes</a></li>
        <li><a href="{{site.movies}}"{{#page.inMovies}} aria-current="true"{{/page.inMovies}}>Films</a></li>
        </ul></nav>

        """

    private static let poster = """
        {{#poster}}<img class="poster" src="{{src}}" width="{{width}}" height="{{height}}" alt="">{{/poster}}
        {{^poster}}<span class="poster poster-drawn">{{title}}</span>{{/poster}}

        """

    private static let facts = """
        <ul class="facts">
          {{#year}}<li>{{year}}</li>{{/year}}
          {{#runtime}}<li>{{runtime}}</li>{{/runtime}}
          {{#certificate}}<li>{{certificate}}</li>{{/certificate}}
        </ul>

        """

    private static let showing = """
        <li data-starts-at="{{startsAt}}">
          {{#isScheduled}}<a class="stub" href="{{href}}">{{/isScheduled}}
          <time>{{time}}</time> <small>ends {{endTime}}</small> {{auditorium}}
          {{#format}}<b>{{format}}</b>{{/format}}
          {{#language}}<i>{{language}}</i>{{/language}}{{#subtitles}}<i>{{subtitles}} subtitles</i>{{/subtitles}}
          {{#captions}}<span title="Open captions">CC</span>{{/captions}}{{#relaxed}}<span>Relaxed</span>{{/relaxed}}
          {{#isScheduled}}from {{priceFrom}}</a>{{/isScheduled}}
        </li>

        """
}
