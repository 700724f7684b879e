"""Articles, quotes and approvals go over with the person whom they are about, when two people are joined."""

from __future__ import annotations

from outreach.articles.approval_models import Reviewer
from outreach.articles.models import Article, ArticleQuote
from outreach.people.merging import follows

follows(Article, "person_id", "articles")
follows(ArticleQuote, "person_id", "quotes in articles")
follows(Reviewer, "person_id", "approvals of articles")
follows(Reviewer, "helper_id", "approvals that they answer for as an assistant")
