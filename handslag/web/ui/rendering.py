"""Django's forms, drawn with the templates of ui/."""

from django.forms.renderers import DjangoTemplates


class FormRenderer(DjangoTemplates):
    """`{{ form }}` and `{{ field.as_field_group }}` as the rest of the pages look."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"
